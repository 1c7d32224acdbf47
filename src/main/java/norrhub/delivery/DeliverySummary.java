package norrhub.delivery;

/**
 * What became of one delivery, in numbers.
 *
 * @param received records found
 * @param accepted of them: in the catalogue
 * @param rejected of them: not
 * @param keptOut of them: not, for they are not meant for everybody
 * @param notices of all severities
 * @param outcome one sentence, for people
 */
public record DeliverySummary(
    long number,
    String id,
    String feed,
    String partner,
    String transport,
    String name,
    int received,
    int accepted,
    int rejected,
    int keptOut,
    int notices,
    String outcome) {
  /** The columns, for a query. */
  static final String COLUMNS =
      """
      d.number, d.id, d.feed, d.partner, d.transport, d.name, d.received, d.accepted, d.rejected, d.kept_out,
        d.errors + d.warnings + d.infos as notices, coalesce(d.outcome, '') as outcome""";
}
