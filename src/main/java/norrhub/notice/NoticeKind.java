package norrhub.notice;

/**
 * One thing that can be found about data. It stands as a constant in the class that raises it.
 *
 * @param code lower case with hyphens, for life: partners and scripts know it
 * @param english what was found and what to do; {@code {field}} and {@code {value}} are filled in
 * @param swedish the same in Swedish
 * @param once reported once for each value of a delivery, however many records it concerns
 * @param adminRemedy what the hub's admin can do and in which file, in English as the command line;
 *     empty where only the source can help. Partners have none of these files, so {@code english}
 *     and {@code swedish} name none
 */
public record NoticeKind(
    String code,
    Severity severity,
    String english,
    String swedish,
    boolean once,
    String adminRemedy) {
  public NoticeKind {
    if (!code.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("Not a notice code: " + code);
    }
  }

  public NoticeKind(String code, Severity severity, String english, String swedish) {
    this(code, severity, english, swedish, false, "");
  }

  /** A kind that says the same of many records, so that once is enough. */
  public static NoticeKind oncePerDelivery(
      String code, Severity severity, String english, String swedish) {
    return new NoticeKind(code, severity, english, swedish, true, "");
  }

  /** The same kind, with what the hub's admin can do. */
  public NoticeKind withAdminRemedy(String remedy) {
    return new NoticeKind(code, severity, english, swedish, once, remedy);
  }

  /** A finding of this kind about one field and the value that the source wrote there. */
  public Finding about(String field, String value) {
    return new Finding(this, field, value);
  }
}
