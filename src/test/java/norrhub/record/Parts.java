package norrhub.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norrhub.notice.Finding;

/** Parts written and read by tests. */
public final class Parts {
  private Parts() {}

  public static PartFile of(Path folder, String text) throws IOException {
    return of(folder, text.getBytes(UTF_8));
  }

  public static PartFile of(Path folder, byte[] bytes) throws IOException {
    Path file = Files.createTempFile(folder, "part", "");
    Files.write(file, bytes);
    return new PartFile("part", file);
  }

  /** What reading a part to its end gave: its records, and why the reading ended early. */
  public record Outcome(
      List<ReadResult> readings, List<Finding> findings, Optional<UnreadablePart> broken) {
    public List<String> contents() {
      return readings.stream()
          .map(
              reading ->
                  reading instanceof SourceRecord source
                      ? source.content().toString()
                      : ((BrokenRecord) reading).finding().kind().code())
          .toList();
    }

    public List<String> places() {
      return readings.stream().map(reading -> reading.place().toString()).toList();
    }

    /** The code of what ended the reading; empty where the part was read to its end. */
    public String code() {
      return broken.map(part -> part.finding().kind().code()).orElse("");
    }
  }

  public static <S> Outcome read(RecordReader<S> reader, PartFile part, S settings)
      throws IOException {
    try {
      return read(reader.open(part, settings));
    } catch (UnreadablePart e) {
      return new Outcome(List.of(), List.of(), Optional.of(e));
    }
  }

  public static Outcome read(RecordStream stream) throws IOException {
    List<ReadResult> readings = new ArrayList<>();
    try (RecordStream records = stream) {
      for (var next = records.next(); next.isPresent(); next = records.next()) {
        readings.add(next.get());
      }
      return new Outcome(readings, records.findings(), Optional.empty());
    } catch (UnreadablePart e) {
      return new Outcome(readings, stream.findings(), Optional.of(e));
    }
  }
}
