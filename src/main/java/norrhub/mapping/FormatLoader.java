package norrhub.mapping;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import norrhub.config.Fault;
import norrhub.record.RecordReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** Makes a format of its folder. */
final class FormatLoader {
  private static final ObjectMapper BINDER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final List<RecordReader<?>> readers;

  FormatLoader(List<RecordReader<?>> readers) {
    this.readers = List.copyOf(readers);
  }

  Format load(Path folder) throws BadFormat {
    Path file = folder.resolve("format.yaml");
    try {
      Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
      FormatFile format = BINDER.convertValue(yaml, FormatFile.class);
      if (format.reader().size() != 1) {
        throw fault(file, "`reader` must name one kind of file: " + kinds());
      }
      var reader = format.reader().entrySet().iterator().next();
      for (RecordReader<?> candidate : readers) {
        if (candidate.kind().equals(reader.getKey())) {
          return load(folder, format, candidate, reader.getValue());
        }
      }
      throw fault(file, "unknown reader `" + reader.getKey() + "`: " + kinds());
    } catch (IOException e) {
      throw fault(folder, "cannot be read: " + e);
    } catch (YAMLException | IllegalArgumentException e) {
      throw fault(file, String.valueOf(e.getMessage()));
    }
  }

  private <S> Format load(Path folder, FormatFile file, RecordReader<S> reader, Object settings)
      throws BadFormat, IOException {
    return new FormatFolder<>(
        folder.getFileName().toString(),
        fingerprint(folder),
        reader,
        BINDER.convertValue(settings, reader.settings()),
        Jslt.compile(folder.resolve("format.yaml"), 1, file.key()),
        Jslt.file(folder.resolve("mapping.jslt")));
  }

  /** The two files that decide what a record becomes; samples may grow without a second run. */
  private static String fingerprint(Path folder) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readAllBytes(folder.resolve("format.yaml")));
      digest.update((byte) 0);
      digest.update(Files.readAllBytes(folder.resolve("mapping.jslt")));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String kinds() {
    return readers.stream().map(RecordReader::kind).sorted().collect(joining(", "));
  }

  private static BadFormat fault(Path file, String text) {
    return new BadFormat(List.of(new Fault(file, 1, text)));
  }
}
