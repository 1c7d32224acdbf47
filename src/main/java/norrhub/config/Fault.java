package norrhub.config;

import java.nio.file.Path;

/**
 * One finding about configuration.
 *
 * @param line counted from 1
 * @param text what is wrong and what to write instead
 */
public record Fault(Path file, int line, String text) {
  /** As compilers write it, so that editors jump there. */
  @Override
  public String toString() {
    return file + ":" + line + ": " + text;
  }
}
