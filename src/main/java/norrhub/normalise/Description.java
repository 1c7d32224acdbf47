package norrhub.normalise;

/**
 * A description, safe to show.
 *
 * @param html sanitised
 * @param text the same without markup
 */
record Description(String html, String text) {
  static final Description NONE = new Description("", "");
}
