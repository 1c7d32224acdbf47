package norrhub.partner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.config.LoadResult;

/** One partner file as it was read, and what the look around it adds to its faults. */
final class PartnerFile {
  private static final String NAMES_NO_BOARD =
      "nothing of this partner is published, because the file has no `boards`: write `boards: all`,"
          + " or a list of boards";

  private final Path path;
  private final LoadResult<Partner> loaded;
  private final List<Fault> faults;
  private final List<Fault> harmless = new ArrayList<>();

  PartnerFile(Path path, ConfigFiles files) {
    this.path = path;
    this.loaded = files.read(path, Partner.class);
    this.faults = new ArrayList<>(loaded.faults());
    if (!path.getFileName().toString().equals(id() + ".yaml") || !id().matches(Partner.WORD)) {
      add(
          "",
          "the file's name becomes the partner's id: it must be "
              + Partner.WORD_WANTS
              + ", and end in .yaml");
    }
  }

  Path path() {
    return path;
  }

  String id() {
    return path.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }

  /** Well-formed texts by pointer, of a file with faults too. */
  Map<String, String> words(String path) {
    Map<String, String> words = loaded.texts(path);
    words.values().removeIf(word -> !word.matches(Partner.WORD));
    return words;
  }

  /** Texts by pointer, of a file with faults too. */
  Map<String, String> texts(String path) {
    return loaded.texts(path);
  }

  /** The boards that it names, by pointer. */
  Map<String, String> boards() {
    return loaded.names("/boards");
  }

  boolean isForAllBoards() {
    return loaded.texts("/boards").containsValue(Consent.ALL);
  }

  /** Pointers of the feeds that ask for details. */
  List<String> feedsWithDetails() {
    String details = "/rest/details/address";
    return loaded.texts("/feeds/*" + details).keySet().stream()
        .map(at -> at.substring(0, at.length() - details.length()))
        .toList();
  }

  /** The names under a key of each feed, by the feed's pointer; a feed without the key has none. */
  Map<String, List<String>> namesUnder(String key) {
    Map<String, List<String>> names = new HashMap<>();
    loaded
        .texts("/feeds/*/" + key + "/*")
        .keySet()
        .forEach(
            at -> {
              String feed = at.substring(0, at.indexOf('/' + key + '/'));
              String name = at.substring(at.lastIndexOf('/') + 1);
              names.computeIfAbsent(feed, none -> new ArrayList<>()).add(name);
            });
    return names;
  }

  void add(String pointer, String text) {
    faults.add(loaded.fault(pointer, text));
  }

  /** A fault that does not reject the file. */
  void addHarmless(String pointer, String text) {
    harmless.add(loaded.fault(pointer, text));
  }

  /** As faults name a place. */
  String place(String pointer) {
    return path + ":" + loaded.fault(pointer, "").line();
  }

  /** What rejects the file. */
  List<Fault> faults() {
    return faults.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
  }

  /** What is wrong and does not reject the file. */
  List<Fault> harmless() {
    return List.copyOf(harmless);
  }

  /** What runs, and had better be otherwise. */
  List<Fault> warnings() {
    List<Feed> feeds = partner().map(Partner::feeds).orElse(List.of());
    Stream<Fault> mails =
        IntStream.range(0, feeds.size())
            .filter(i -> feeds.get(i).mail().filter(m -> m.authenticatedBy().isEmpty()).isPresent())
            .mapToObj(i -> loaded.fault("/feeds/" + i + "/mail", MailSource.ANYBODY_CAN_SEND));
    return Stream.concat(namesNoBoard().stream(), mails).toList();
  }

  private Optional<Fault> namesNoBoard() {
    return loaded.has("/boards") || !loaded.has("/feeds/0")
        ? Optional.empty()
        : Optional.of(loaded.fault("", NAMES_NO_BOARD));
  }

  /** Present when nothing is wrong with the file. */
  Optional<Partner> partner() {
    return faults.isEmpty() ? loaded.value() : Optional.empty();
  }
}
