package norrhub.delivery.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import norrhub.Sample;
import norrhub.platform.HubDirectories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
  @TempDir Path data;
  private Archive archive;

  @BeforeEach
  void open() throws IOException {
    archive =
        new Archive(
            new HubDirectories(Path.of("config"), Path.of("routes"), data),
            Clock.fixed(Sample.NOON, ZoneOffset.UTC));
  }

  @Test
  void givesBackWhatWasPutIn() throws IOException {
    ArchivedPart part = keep("../../etc/passwd", "åäö");

    assertThat(archive.file(part)).hasContent("åäö").startsWith(data.resolve("archive"));
    assertThat(part.name()).isEqualTo("../../etc/passwd");
  }

  @Test
  void keepsTheSameBytesOnce() throws IOException {
    assertThat(archive.file(keep("a.xml", "same"))).isEqualTo(archive.file(keep("b.xml", "same")));
  }

  @Test
  void keepsNothingOfWhatIsTooLarge() throws IOException {
    assertThatThrownBy(() -> archive.keep("big.xml", new ByteArrayInputStream(new byte[11]), 10))
        .isInstanceOf(TooLarge.class)
        .hasMessage("big.xml is larger than 10 bytes");
    assertThat(files()).isEmpty();
  }

  @Test
  void keepsWhatIsJustAsLargeAsItMayBe() throws IOException {
    ArchivedPart part = archive.keep("full.xml", new ByteArrayInputStream(new byte[10]), 10);

    assertThat(part.size()).isEqualTo(10);
    assertThat(archive.file(part)).hasSize(10);
  }

  @Test
  void keepsNothingOfWhatBreaksOff() throws IOException {
    InputStream broken =
        new InputStream() {
          private int left = 100;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("connection reset");
            }
            return 'x';
          }
        };

    assertThatThrownBy(() -> archive.keep("cut.xml", broken, 1000)).hasMessage("connection reset");
    assertThat(files()).isEmpty();
  }

  @Test
  void doesNotGiveBackWhatTheDiskHasChanged() throws IOException {
    ArchivedPart flipped = keep("a.xml", "one");
    Files.writeString(archive.file(flipped), "onf");
    ArchivedPart truncated = keep("b.xml", "three");
    Files.writeString(archive.file(truncated), "thr");
    ArchivedPart lost = keep("c.xml", "two");
    Files.delete(archive.file(lost));

    for (ArchivedPart part : new ArchivedPart[] {flipped, truncated, lost}) {
      assertThatThrownBy(() -> archive.file(part)).isInstanceOf(DamagedPart.class);
    }
  }

  @Test
  void sweepsWhatACrashLeftHalfWrittenADayAgo() throws IOException {
    Path left = Files.writeString(data.resolve("archive/arriving/part1"), "half");
    open();
    assertThat(left).exists();

    Files.setLastModifiedTime(left, FileTime.from(Sample.NOON.minus(Duration.ofHours(25))));
    open();
    assertThat(left).doesNotExist();
  }

  private ArchivedPart keep(String name, String content) throws IOException {
    return archive.keep(name, new ByteArrayInputStream(content.getBytes(UTF_8)), 1000);
  }

  private Stream<Path> files() throws IOException {
    return Files.walk(data).filter(Files::isRegularFile);
  }
}
