package norrhub.ingest.match;

/**
 * A key that seems to be an old vacancy's new one.
 *
 * @param key of the record as the partner sends it now
 * @param vacancy the old vacancy's id
 * @param score 0 to 100
 * @param why what is the same and what is not
 */
public record AliasProposal(
    int score,
    String key,
    String title,
    String vacancy,
    String oldKey,
    String oldTitle,
    String why) {}
