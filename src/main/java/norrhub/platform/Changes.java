package norrhub.platform;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How two looks at the same folder differ, by name. */
public record Changes(List<String> added, List<String> changed, List<String> removed) {
  public static final Changes NONE = new Changes(List.of(), List.of(), List.of());

  public Changes {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
  }

  /** What was there before, held against what is there now. */
  public static <T> Changes between(Map<String, T> before, Map<String, T> now) {
    List<String> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    now.forEach(
        (name, value) -> {
          if (!before.containsKey(name)) {
            added.add(name);
          } else if (!value.equals(before.get(name))) {
            changed.add(name);
          }
        });
    List<String> removed =
        before.keySet().stream().filter(name -> !now.containsKey(name)).sorted().toList();
    return new Changes(
        added.stream().sorted().toList(), changed.stream().sorted().toList(), removed);
  }

  /** For the log, such as {@code added lkab, ssab; removed stegra}. */
  public String words() {
    List<String> words = new ArrayList<>();
    add(words, "added ", added);
    add(words, "changed ", changed);
    add(words, "removed ", removed);
    return words.isEmpty() ? "as they were" : String.join("; ", words);
  }

  private static void add(List<String> words, String what, List<String> names) {
    if (!names.isEmpty()) {
      words.add(what + String.join(", ", names));
    }
  }

  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
  }
}
