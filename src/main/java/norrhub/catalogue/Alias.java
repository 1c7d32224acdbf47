package norrhub.catalogue;

import norrhub.vacancy.VacancyId;

/**
 * A key by which a vacancy is known besides the one that its id was made of.
 *
 * @param namespace of the key: empty for the key of a record itself, else the name of what the
 *     record calls it
 */
public record Alias(String namespace, String key, VacancyId id) {
  public static Alias ofKey(String key, VacancyId id) {
    return new Alias("", key, id);
  }

  /** Whether records with this key are that vacancy, or only name it. */
  public boolean isOwnKey() {
    return namespace.isEmpty();
  }
}
