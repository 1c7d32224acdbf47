package norrhub.config;

import com.fasterxml.jackson.core.JsonPointer;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where each value of a file stands.
 *
 * @param lines by JSON pointer; a value under a key stands where its key stands
 */
record Lines(Path file, Map<String, Integer> lines) {

  /** A fault at a place, or at the nearest block around it where the place itself is absent. */
  Fault fault(JsonPointer at, String text) {
    JsonPointer place = at;
    while (!place.matches() && !lines.containsKey(place.toString())) {
      place = place.head();
    }
    return new Fault(file, lines.getOrDefault(place.toString(), 1), text);
  }
}
