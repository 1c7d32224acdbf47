package norrhub.platform;

/** The database does not answer; the message is a sentence for whoever asked. */
public final class DatabaseDown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseDown(String sentence) {
    super(sentence, null, false, false);
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
