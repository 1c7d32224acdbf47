package norrhub.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import norrhub.notice.NoticeKind;
import norrhub.record.json.JsonReader;
import norrhub.record.json.JsonSettings;
import norrhub.record.part.PartRecords;
import norrhub.record.table.TableReader;
import norrhub.record.table.TableSettings;
import norrhub.record.xml.XmlReader;
import norrhub.record.xml.XmlSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a reader throws is a verdict on the part; only the hub's own disk is tried again. */
class ReaderFailureTest {
  @TempDir Path folder;

  static Stream<Throwable> slips() {
    return Stream.of(
        new IllegalStateException("a slip"),
        new StackOverflowError(),
        new IOException("not what it says it is"),
        new EOFException());
  }

  @ParameterizedTest
  @MethodSource("slips")
  void aReaderThatFailsRejectsThePartAtOnce(Throwable slip) throws IOException {
    for (boolean atOnce : List.of(true, false)) {
      var outcome = Parts.read(open(new Failing(slip, atOnce), Parts.of(folder, "x")));

      assertThat(outcome.code())
          .isEqualTo(slip instanceof IOException ? "part-malformed" : "part-not-read");
    }
  }

  @Test
  void aFileThatIsGoneFromOurDiskIsNobodysFaultButOurs() throws IOException {
    PartFile part = Parts.of(folder, "<jobs/>");
    Files.delete(part.file());

    for (RecordReader<?> reader : List.of(new JsonReader(), new XmlReader(), new TableReader())) {
      assertThatThrownBy(() -> readAll(reader, part)).isInstanceOf(StorageFailure.class);
    }
  }

  private static <S> void readAll(RecordReader<S> reader, PartFile part) throws Exception {
    S settings = settings(reader.settings());
    try (RecordStream stream = PartRecords.open(part, reader, settings, List.of())) {
      stream.next();
    }
  }

  private static <S> S settings(Class<S> type) {
    return type.cast(
        type == JsonSettings.class
            ? new JsonSettings("", List.of(), Optional.empty())
            : type == XmlSettings.class
                ? new XmlSettings("jobs/job", List.of(), List.of())
                : new TableSettings(Map.of("ref", List.of()), List.of("ref"), List.of()));
  }

  private static RecordStream open(Failing reader, PartFile part) throws IOException {
    try {
      return PartRecords.open(part, reader, new NoSettings(), List.of());
    } catch (UnreadablePart e) {
      throw new AssertionError("a part is opened before its reader is", e);
    }
  }

  /** A reader with a slip in it. */
  private record Failing(Throwable slip, boolean atOnce) implements RecordReader<NoSettings> {
    @Override
    public String kind() {
      return "failing";
    }

    @Override
    public Class<NoSettings> settings() {
      return NoSettings.class;
    }

    @Override
    public List<NoticeKind> notices() {
      return List.of();
    }

    @Override
    public RecordStream open(PartFile part, NoSettings settings) throws IOException {
      if (atOnce) {
        fail();
      }
      return new RecordStream() {
        @Override
        public Optional<ReadResult> next() throws IOException {
          fail();
          return Optional.empty();
        }

        @Override
        public void close() {}
      };
    }

    private void fail() throws IOException {
      if (slip instanceof IOException e) {
        throw e;
      }
      if (slip instanceof RuntimeException e) {
        throw e;
      }
      throw (Error) slip;
    }
  }
}
