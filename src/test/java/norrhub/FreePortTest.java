package norrhub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreePortTest {
  @Test
  void noPortIsGivenTwice() {
    assertThat(Stream.generate(FreePort::next).limit(500)).doesNotHaveDuplicates();
  }
}
