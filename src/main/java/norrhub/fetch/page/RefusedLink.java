package norrhub.fetch.page;

import java.io.IOException;

/** A link that a partner's answer holds is not followed. */
public final class RefusedLink extends IOException {
  private static final long serialVersionUID = 1L;

  RefusedLink(String link, String why) {
    super("the link to the next page is not followed, %s: %s".formatted(why, shown(link)));
  }

  private static String shown(String link) {
    String plain = link.replaceAll("\\p{Cntrl}", "?");
    return plain.length() > 200 ? plain.substring(0, 199) + "…" : plain;
  }
}
