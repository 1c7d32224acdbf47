package norrhub.mapping;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import norrhub.record.PartFile;
import norrhub.record.ReadResult;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;

/** The golden samples in a format's folder: every file called {@code sample} with an ending. */
final class Samples {
  private Samples() {}

  static List<PartFile> of(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("sample."))
          .sorted()
          .map(file -> new PartFile(file.getFileName().toString(), file))
          .toList();
    }
  }

  /** Knows the fields of all samples, as far as they can be read: {@link GoldenSample} tells. */
  static void learn(Path folder, Format format, KnownFields fields) throws IOException {
    for (PartFile sample : of(folder)) {
      try (RecordStream records = format.open(sample)) {
        for (var next = records.next(); next.isPresent(); next = records.next()) {
          ReadResult reading = next.get();
          if (reading instanceof SourceRecord record) {
            fields.learn(record.content());
          }
        }
      } catch (UnreadablePart e) {
        // A sample may show what a file looks like that cannot be read.
      }
    }
  }
}
