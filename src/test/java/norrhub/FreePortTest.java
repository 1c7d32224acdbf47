package norrhub;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortTest {
  @Test
  void noPortIsGivenTwice() {
    assertThat(Stream.generate(FreePort::next).limit(100)).doesNotHaveDuplicates();
  }

  @Test
  void aTakenPortIsPassedOver() throws Exception {
    int port = FreePort.next();
    try (var taken = new ServerSocket(port + 1)) {
      assertThat(taken.isBound()).isTrue();
      assertThat(FreePort.next()).isGreaterThan(port + 1);
    }
  }

  @Test
  void anotherProcessOfTestsGetsOtherPorts() throws Exception {
    int own = FreePort.next();

    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Printer.class.getName())
            .start();
    String printed = new String(other.getInputStream().readAllBytes(), US_ASCII).strip();

    assertThat(Integer.parseInt(printed) / 1_000).isNotEqualTo(own / 1_000);
  }

  static final class Printer {
    private Printer() {}

    public static void main(String[] args) {
      System.out.println(FreePort.next());
    }
  }
}
