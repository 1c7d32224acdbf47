package norrhub.catalogue;

import norrhub.vacancy.VacancyId;

/**
 * A key by which a vacancy is known besides the one that its id was made of.
 *
 * @param row the row of numbers that the key belongs to; empty for the key of a record itself
 */
public record Alias(String row, String key, VacancyId id) {
  public static Alias ofKey(String key, VacancyId id) {
    return new Alias("", key, id);
  }

  /** Whether records with this key are that vacancy, or only name it. */
  public boolean isOwnKey() {
    return row.isEmpty();
  }
}
