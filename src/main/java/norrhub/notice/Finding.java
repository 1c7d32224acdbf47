package norrhub.notice;

/**
 * What a rule or reader returns when it does not like what it sees.
 *
 * @param field canonical field name, or empty where the finding concerns the whole record
 * @param value what the source wrote, cut to {@value #LONGEST_VALUE} characters, controls and line
 *     ends shown as escapes
 */
public record Finding(NoticeKind kind, String field, String value) {
  private static final int LONGEST_VALUE = 200;

  public Finding {
    field = Printable.line(field);
    value = Printable.line(value.strip());
    if (value.length() > LONGEST_VALUE) {
      value = value.substring(0, LONGEST_VALUE - 1) + "…";
    }
  }

  public boolean rejects() {
    return kind.severity() == Severity.ERROR;
  }

  /** The notice's sentence in English. */
  public String english() {
    return filled(kind.english());
  }

  /** The notice's sentence in Swedish. */
  public String swedish() {
    return filled(kind.swedish());
  }

  /** The sentence for the hub's admin: the English one, and the remedy that only the admin has. */
  public String forAdmin() {
    String remedy = kind.adminRemedy();
    return remedy.isEmpty() ? english() : english() + " Admin: " + filled(remedy);
  }

  private String filled(String sentence) {
    return sentence.replace("{field}", field).replace("{value}", value);
  }
}
