package norrhub.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;

/** What is wrong with a file that somebody has edited, in one line that editors can follow. */
final class Mistake {
  private Mistake() {}

  static String of(Path file, Exception e) {
    String at = "";
    String what = "the JSON has another shape than this system's: " + e.getMessage();
    if (e instanceof JsonProcessingException json) {
      what = json.getOriginalMessage().lines().findFirst().orElse("this is no JSON");
      if (json.getLocation() != null) {
        at = ":%d:%d".formatted(json.getLocation().getLineNr(), json.getLocation().getColumnNr());
      }
    }
    return "%s%s: %s. The stand-in answers 500 until the file is corrected."
        .formatted(file, at, what);
  }
}
