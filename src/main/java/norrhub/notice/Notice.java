package norrhub.notice;

/**
 * A finding with its address: whose delivery, which record, which place.
 *
 * @param delivery the delivery's id
 * @param key the record's source key; empty where it has none
 */
public record Notice(
    String partner, String delivery, SourceLocation place, String key, Finding finding) {
  public Notice {
    place = place.printable();
    key = Printable.line(key);
  }

  /**
   * One line for the log and the ledger: partner, delivery, place, record, field, value, advice.
   */
  @Override
  public String toString() {
    return "%s %s delivery=%s place=[%s] key=%s field=%s value=[%s] %s: %s"
        .formatted(
            finding.kind().severity(),
            partner,
            delivery,
            place,
            key,
            finding.field(),
            finding.value(),
            finding.kind().code(),
            finding.forAdmin());
  }
}
