package norrhub.partner;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The partners that the hub works with, and the files it does not use. Never changes: another look
 * at the folder makes another one.
 */
record PartnerSnapshot(
    Map<String, Partner> partners, Map<String, Partner> byFeed, List<RejectedConfig> rejected) {
  static final PartnerSnapshot NONE = new PartnerSnapshot(Map.of(), Map.of(), List.of());

  /**
   * What the folder says, but for files with faults: their partners stay as they were before. So
   * does one whose new file takes a feed that such a partner still has. A folder that cannot be
   * read leaves all as they were.
   */
  static PartnerSnapshot read(PartnerFolder folder, PartnerSnapshot before) {
    if (!folder.isReadable()) {
      boolean runOn = !before.partners.isEmpty();
      RejectedConfig all = new RejectedConfig("(all)", folder.path(), folder.faults(), runOn);
      return new PartnerSnapshot(before.partners, before.byFeed, List.of(all));
    }
    // Partners that are all as they were share no feed, so this comes to an end.
    while (refusesTaker(folder, before)) {}
    Map<String, Partner> partners = new TreeMap<>();
    folder.files().forEach(f -> f.partner().ifPresent(partner -> partners.put(f.id(), partner)));
    List<PartnerFile> bad =
        folder.files().stream().filter(file -> !file.faults().isEmpty()).toList();
    bad.stream()
        .map(PartnerFile::id)
        .filter(before.partners::containsKey)
        .forEach(id -> partners.putIfAbsent(id, before.partners.get(id)));
    List<RejectedConfig> rejected =
        bad.stream()
            .map(
                f -> new RejectedConfig(f.id(), f.path(), f.faults(), partners.containsKey(f.id())))
            .toList();
    Map<String, Partner> byFeed = new LinkedHashMap<>();
    partners
        .values()
        .forEach(partner -> partner.feeds().forEach(feed -> byFeed.put(feed.id(), partner)));
    return new PartnerSnapshot(partners, byFeed, rejected);
  }

  /** Gives the first such file a fault, which may free or keep feeds of others. */
  private static boolean refusesTaker(PartnerFolder folder, PartnerSnapshot before) {
    Map<String, String> kept = new HashMap<>();
    for (PartnerFile file : folder.files()) {
      Partner old = before.partners.get(file.id());
      if (old != null && !file.faults().isEmpty()) {
        old.feeds().forEach(feed -> kept.put(feed.id(), file.id()));
      }
    }
    for (PartnerFile file : folder.files()) {
      List<Feed> feeds = file.partner().map(Partner::feeds).orElse(List.of());
      for (int i = 0; i < feeds.size(); i++) {
        String owner = kept.get(feeds.get(i).id());
        if (owner != null) {
          file.add("/feeds/" + i + "/id", stillRuns(feeds.get(i).id(), owner));
          return true;
        }
      }
    }
    return false;
  }

  private static String stillRuns(String feed, String owner) {
    return "the feed `%s` still runs as %s.yaml had it before its faults: correct that file first"
        .formatted(feed, owner);
  }
}
