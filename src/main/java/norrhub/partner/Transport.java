package norrhub.partner;

import java.util.Locale;

/**
 * How a feed's deliveries come in; the words are the names of the source blocks of partner files.
 */
public enum Transport {
  SFTP,
  REST,
  MAIL,
  CAMEL,

  /** Of what is no delivery, such as a mail of a stranger. */
  NONE;

  /** As partner files and the ledger write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Transport of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** The id of the route template that its feeds are built from, unless they name one. */
  public String template() {
    return word() + "-feed";
  }

  /** Whether a poll lists all that the source holds, so that what is not listed is gone there. */
  public boolean listsItsFiles() {
    return this == SFTP;
  }

  /** Whether somebody sent each delivery. A polled address answers the same day and night. */
  public boolean isSent() {
    return this != REST;
  }
}
