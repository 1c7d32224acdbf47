package norrhub.partner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import norrhub.config.ClosestMatch;
import norrhub.config.ConfigFiles;

/**
 * Holds what feeds give under {@code values} against what their formats need, and the details they
 * ask for against what their formats read. A value that is missing would be missing in every
 * vacancy of the feed.
 */
final class FeedValues {
  private static final String NEEDS = "/needs/";
  private final Path formats;
  private final ConfigFiles reader;

  FeedValues(Path formats, ConfigFiles reader) {
    this.formats = formats;
    this.reader = reader;
  }

  void check(PartnerFile partner) {
    Map<String, List<String>> given = partner.namesUnder("values");
    partner
        .words("/feeds/*/format")
        .forEach(
            (pointer, format) -> {
              String feed = pointer.substring(0, pointer.lastIndexOf('/'));
              check(partner, feed, format, given.getOrDefault(feed, List.of()));
              checkDetails(partner, feed, format);
            });
  }

  private void checkDetails(PartnerFile partner, String feed, String format) {
    Path file = formats.resolve(format).resolve("format.yaml");
    if (partner.feedsWithDetails().contains(feed) && !reader.has(file, "/detail")) {
      partner.add(
          feed + "/rest/details",
          "the format `%s` does not say how a detail is read: %s has no `detail`"
              .formatted(format, file));
    }
  }

  private void check(PartnerFile partner, String feed, String format, List<String> given) {
    Map<String, String> needs = new LinkedHashMap<>();
    reader
        .texts(formats.resolve(format).resolve("format.yaml"), NEEDS + "*")
        .forEach((at, example) -> needs.put(at.substring(NEEDS.length()), example));
    List<String> missing = new ArrayList<>(needs.keySet());
    missing.removeAll(given);
    for (String name : missing) {
      partner.add(
          feed + "/format",
          "the format `%s` needs the value `%s` of this feed: write `values: { %s: … }`, such as %s"
              .formatted(format, name, name, needs.get(name)));
    }
    for (String name : given) {
      if (!needs.containsKey(name)) {
        String meant =
            ClosestMatch.of(name, missing).map(near -> ", did you mean `" + near + "`?").orElse("");
        partner.add(
            feed + "/values/" + name,
            "the format `" + format + "` needs no value `" + name + "`" + meant);
      }
    }
  }
}
