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
    String outcome) {}
