package norrhub.catalogue;

/**
 * On whose word vacancies are written.
 *
 * @param scope the file's name where a delivery speaks for its file only, else empty
 * @param delivery the delivery's id
 */
public record Origin(String partner, String feed, String scope, String delivery) {}
