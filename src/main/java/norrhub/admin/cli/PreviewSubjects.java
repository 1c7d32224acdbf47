package norrhub.admin.cli;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import norrhub.admin.preview.PreviewSubject;
import norrhub.config.ClosestMatch;
import norrhub.config.ConfigFiles;
import norrhub.config.Fault;
import norrhub.config.LoadResult;
import norrhub.mapping.Format;
import norrhub.mapping.Formats;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.Partners;
import norrhub.partner.RejectedConfig;
import norrhub.partner.SpeaksFor;

/** Finds what a name on the command line means: a feed, or else a format. */
final class PreviewSubjects {
  private static final String ZONE = "Europe/Stockholm";

  private final OfflineParts parts;
  private final Partners partners;
  private final Formats formats;

  PreviewSubjects(OfflineParts parts) {
    this.parts = parts;
    this.partners = parts.get(Partners.class);
    this.formats = parts.get(Formats.class);
  }

  PreviewSubject find(String name) throws NotFound {
    Optional<Partner> partner = partners.ofFeed(name);
    if (partner.isPresent()) {
      Feed feed = partners.feed(name).orElseThrow();
      boolean whole = feed.speaksFor() != SpeaksFor.CHANGES;
      return new PreviewSubject(
          partner.get(), format(feed.format()), whole, feed.values(), feed.defaultPlace());
    }
    for (RejectedConfig rejected : partners.rejected()) {
      LoadResult<Partner> file = parts.get(ConfigFiles.class).read(rejected.file(), Partner.class);
      Map<String, String> ids = file.texts("/feeds/*/id");
      for (Map.Entry<String, String> id : ids.entrySet()) {
        if (id.getValue().equals(name)) {
          return withoutNames(rejected, file, id.getKey().replaceFirst("/id$", ""));
        }
      }
    }
    Format format = format(name);
    return new PreviewSubject(
        partner("preview", Map.of()), format, true, format.needs(), Optional.empty());
  }

  /** Here the addresses and passwords of a partner need not be set: nothing is fetched. */
  private PreviewSubject withoutNames(
      RejectedConfig rejected, LoadResult<Partner> file, String feed) throws NotFound {
    AskedNames names = parts.get(AskedNames.class);
    List<Fault> faults =
        rejected.faults().stream().filter(fault -> !names.isMissing(fault)).toList();
    if (!faults.isEmpty()) {
      throw new NotFound(lines(faults));
    }
    Map<String, String> head =
        Stream.of("name", "timeZone", "language", "ats")
            .flatMap(key -> file.texts("/" + key).entrySet().stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    String format = file.texts("/feeds/*/format").getOrDefault(feed + "/format", "");
    String speaksFor = file.texts("/feeds/*/speaksFor").getOrDefault(feed + "/speaksFor", "");
    Map<String, String> values = new HashMap<>();
    file.texts("/feeds/*/values/*")
        .forEach(
            (at, value) -> {
              if (at.startsWith(feed + "/")) {
                values.put(at.substring(at.lastIndexOf('/') + 1), value);
              }
            });
    return new PreviewSubject(
        partner(rejected.partner(), head),
        format(format),
        !speaksFor.equals("changes"),
        values,
        Optional.ofNullable(file.texts("/feeds/*/defaultPlace").get(feed + "/defaultPlace")));
  }

  private static Partner partner(String id, Map<String, String> head) {
    return new Partner(
        id,
        head.getOrDefault("/name", id),
        List.of(),
        Optional.empty(),
        ZoneId.of(head.getOrDefault("/timeZone", ZONE)),
        head.getOrDefault("/language", "sv"),
        head.getOrDefault("/ats", id),
        Optional.empty(),
        List.of());
  }

  private Format format(String name) throws NotFound {
    Optional<Format> format = formats.find(name);
    if (format.isPresent()) {
      return format.get();
    }
    List<Fault> faults =
        formats.faults().stream()
            .filter(
                fault ->
                    fault.file().startsWith(parts.home().config().resolve("formats").resolve(name)))
            .toList();
    throw new NotFound(faults.isEmpty() ? unknown(name) : lines(faults));
  }

  private String unknown(String name) {
    List<String> known =
        Stream.concat(
                partners.all().stream().flatMap(p -> p.feeds().stream()).map(Feed::id),
                formats.all().stream().map(Format::id))
            .toList();
    return "`%s` is no feed and no format%s"
        .formatted(
            name,
            ClosestMatch.of(name, known).map(near -> "; did you mean `" + near + "`?").orElse(""));
  }

  private static String lines(List<Fault> faults) {
    return faults.stream().map(Fault::toString).collect(Collectors.joining(System.lineSeparator()));
  }

  /** The name means nothing, or what it means has faults. */
  static final class NotFound extends Exception {
    private static final long serialVersionUID = 1L;

    NotFound(String text) {
      super(text);
    }
  }
}
