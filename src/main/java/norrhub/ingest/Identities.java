package norrhub.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.catalogue.Alias;
import norrhub.vacancy.VacancyId;
import org.jspecify.annotations.Nullable;

/**
 * Which vacancy a key means: the one that the aliases of its ATS name, else the one whose id is
 * made of the key.
 */
public final class Identities {
  /** As otherKeys in format.yaml calls the row that holds the keys of all channels themselves. */
  private static final String KEY_OF_ANOTHER_CHANNEL = "key";

  private final String ats;
  private final Map<String, VacancyId> own = new HashMap<>();
  private final Map<String, VacancyId> others = new HashMap<>();

  public Identities(String ats, List<Alias> aliases) {
    this.ats = ats;
    aliases.forEach(this::learn);
  }

  public VacancyId of(String key) {
    VacancyId alias = own.get(key);
    return alias == null ? VacancyId.of(ats, key) : alias;
  }

  /** The vacancies that other channels may know by these keys; not each of them need be there. */
  List<VacancyId> elsewhere(Map<String, String> otherKeys) {
    return otherKeys.entrySet().stream()
        .map(other -> Optional.ofNullable(find(other.getKey(), other.getValue())))
        .flatMap(Optional::stream)
        .toList();
  }

  private @Nullable VacancyId find(String row, String key) {
    return row.equals(KEY_OF_ANOTHER_CHANNEL) ? of(key) : others.get(name(row, key));
  }

  /** What is not known yet of a vacancy's keys. The first vacancy that had a key keeps it. */
  List<Alias> news(VacancyId id, Map<String, String> otherKeys) {
    return otherKeys.entrySet().stream()
        .filter(other -> !other.getKey().equals(KEY_OF_ANOTHER_CHANNEL))
        .map(other -> new Alias(other.getKey(), other.getValue(), id))
        .filter(alias -> !others.containsKey(name(alias.namespace(), alias.key())))
        .toList();
  }

  void learn(Alias alias) {
    if (alias.isOwnKey()) {
      own.put(alias.key(), alias.id());
    } else {
      others.putIfAbsent(name(alias.namespace(), alias.key()), alias.id());
    }
  }

  private static String name(String row, String key) {
    return row + '\n' + key;
  }
}
