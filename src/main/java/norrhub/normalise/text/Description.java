package norrhub.normalise.text;

/**
 * A description, safe to show.
 *
 * @param html sanitised
 * @param text the same without markup
 */
public record Description(String html, String text) {
  public static final Description NONE = new Description("", "");
}
