package norrhub.config;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A YAML file on disk: UTF-8, with or without a byte order mark, of a sensible size. */
final class TextFile {
  private static final long LARGEST = 2_000_000;

  private TextFile() {}

  static YamlSource yaml(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        return refused(file, 1, "larger than 2 MB: this is not a configuration file");
      }
      return decoded(file, ByteBuffer.wrap(Files.readAllBytes(file)));
    } catch (NoSuchFileException e) {
      return refused(file, 1, "there is no such file");
    } catch (IOException e) {
      return refused(file, 1, "cannot be read: " + e);
    }
  }

  private static YamlSource decoded(Path file, ByteBuffer bytes) {
    CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(bytes, text, true);
    String decoded = text.flip().toString();
    if (result.isError()) {
      int line = (int) decoded.chars().filter(c -> c == '\n').count() + 1;
      return refused(file, line, "not UTF-8: save the file as UTF-8 (å, ä or ö may be the reason)");
    }
    return YamlReader.read(file, decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
  }

  private static YamlSource refused(Path file, int line, String text) {
    Fault fault = new Fault(file, line, text);
    return new YamlSource(new Lines(file, Map.of()), MissingNode.getInstance(), List.of(fault));
  }
}
