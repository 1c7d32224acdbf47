package norrhub.config;

/**
 * A secret that a file names as {@code ${NAME}} and never holds.
 *
 * @param name of the environment variable or configtree file
 * @param value never printed: {@link #toString()} gives the name only
 */
public record Secret(String name, String value) {
  @Override
  public String toString() {
    return "${" + name + "}";
  }
}
