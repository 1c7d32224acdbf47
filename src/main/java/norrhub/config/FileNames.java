package norrhub.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Fills in what is called after the file. */
final class FileNames {
  private FileNames() {}

  static void fill(JsonNode tree, Class<?> type, Path file) {
    if (tree instanceof ObjectNode map && type.isRecord()) {
      Stream.of(type.getRecordComponents())
          .filter(component -> component.isAnnotationPresent(FileName.class))
          .map(RecordComponent::getName)
          .filter(key -> !map.has(key))
          .forEach(key -> map.put(key, of(file)));
    }
  }

  static String of(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
  }
}
