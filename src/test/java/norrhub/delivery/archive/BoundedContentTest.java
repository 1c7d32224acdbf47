package norrhub.delivery.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedContentTest {
  private static InputStream content(int size, long most) throws IOException {
    return BoundedContent.of(new ByteArrayInputStream(new byte[size]), "jobs.xml", most);
  }

  private static int read(InputStream content, int step) throws IOException {
    int size = 0;
    for (int read = content.read(new byte[step]); read >= 0; read = content.read(new byte[step])) {
      size += read;
    }
    return size;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 10, 11, 64})
  void contentMayHaveAllThatItsSourceMaySendAndNoByteMore(int step) throws IOException {
    assertThat(read(content(0, 10), step)).isZero();
    assertThat(read(content(10, 10), step)).isEqualTo(10);
    assertThat(content(10, 10).readAllBytes()).hasSize(10);
    assertThatThrownBy(() -> read(content(11, 10), step))
        .isInstanceOf(TooLarge.class)
        .hasMessage("jobs.xml is larger than 10 bytes");
    assertThatThrownBy(() -> content(1_000_000, 10).readAllBytes()).isInstanceOf(TooLarge.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 11})
  void contentMayBeReadByteByByte(int size) throws IOException {
    InputStream content = content(size, 10);
    for (int i = 0; i < size; i++) {
      assertThat(content.read()).isZero();
    }
    if (size == 10) {
      assertThat(content.read()).isEqualTo(-1);
    } else {
      assertThatThrownBy(content::read).isInstanceOf(TooLarge.class);
    }
  }
}
