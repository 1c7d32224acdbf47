package norrhub.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import norrhub.mapping.Format;
import norrhub.mapping.Formats;
import norrhub.normalise.Normaliser;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.SpeaksFor;
import norrhub.record.PartFile;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Tries a feed: fetches a little of it, reads that, and enters nothing anywhere. */
@Component
class Trial {
  private final FeedTrial fetching;
  private final Formats formats;
  private final Normaliser normaliser;
  private final Clock clock;

  Trial(FeedTrial fetching, Formats formats, Normaliser normaliser, Clock clock) {
    this.fetching = fetching;
    this.formats = formats;
    this.normaliser = normaliser;
    this.clock = clock;
  }

  Tried of(Partner partner, Feed feed) throws IOException {
    Path folder = Files.createTempDirectory("norrhub-try");
    try {
      TrialSteps steps = new TrialSteps();
      List<PartFile> parts = fetching.fetch(partner, feed, folder, steps);
      StringWriter shown = new StringWriter();
      StringWriter sums = new StringWriter();
      boolean well = parts.isEmpty() || read(partner, feed, parts, steps, shown, sums);
      return new Tried(
          feed.id(),
          well && steps.allWell(),
          steps.all(),
          shown.toString().strip(),
          sums.toString().strip());
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }

  private boolean read(
      Partner partner,
      Feed feed,
      List<PartFile> parts,
      TrialSteps steps,
      StringWriter shown,
      StringWriter sums)
      throws IOException {
    Optional<Format> format = formats.find(feed.format());
    if (format.isEmpty()) {
      steps.failed("its format `%s` is set aside: see status".formatted(feed.format()));
      return false;
    }
    boolean whole = feed.speaksFor() != SpeaksFor.CHANGES;
    var subject = new PreviewSubject(partner, format.get(), whole, feed.values());
    var preview = new Preview(subject, normaliser, clock.instant());
    var summary = new PreviewSummary(new PrintWriter(Writer.nullWriter()));
    var writer = new FirstRecords(new FieldByField(new PrintWriter(shown, true)));
    for (PartFile part : parts) {
      preview.read(part, writer, summary);
    }
    steps.saw("read it by the format `%s`".formatted(feed.format()));
    summary.print(new PrintWriter(sums, true));
    return summary.allAccepted();
  }
}
