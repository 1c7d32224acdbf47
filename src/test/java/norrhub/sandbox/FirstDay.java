package norrhub.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The partners send by themselves on the sandbox's first day only. */
final class FirstDay {
  private final Path done;

  FirstDay(Path folder) {
    this.done = folder.resolve("first-day-is-over");
  }

  boolean isOver() {
    return Files.exists(done);
  }

  /** All of it is in the hub: a later start sends nothing. */
  void end() throws IOException {
    Files.writeString(done, "The partners have sent what they send by themselves.\n");
  }
}
