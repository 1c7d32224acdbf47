package norrhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
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
}
