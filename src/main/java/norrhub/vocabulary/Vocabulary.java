package norrhub.vocabulary;

import java.util.Map;
import java.util.TreeMap;

/**
 * All words that the hub knows, as the files of config/vocabulary had them at one moment. Never
 * changes: a reload makes another one.
 *
 * @param fingerprints of what each file says, by its name; a remark or the layout changes none
 */
public record Vocabulary(
    Places places, Terms terms, Countries countries, Map<String, String> fingerprints) {
  public Vocabulary {
    fingerprints = Map.copyOf(fingerprints);
  }

  /** Changes whenever a word does. */
  public String fingerprint() {
    return new TreeMap<>(fingerprints).toString();
  }
}
