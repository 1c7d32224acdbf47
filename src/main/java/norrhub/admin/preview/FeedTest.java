package norrhub.admin.preview;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import norrhub.fetch.DetailAddress;
import norrhub.mapping.Format;
import norrhub.mapping.Formats;
import norrhub.normalise.Normaliser;
import norrhub.partner.Feed;
import norrhub.partner.Partner;
import norrhub.partner.SpeaksFor;
import norrhub.poll.FeedProbe;
import norrhub.poll.Fetched;
import norrhub.poll.ProbeSteps;
import norrhub.record.PartFile;
import norrhub.record.UnreadablePart;
import norrhub.vocabulary.VocabularySource;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Tries a feed: fetches a little of it, reads that, and enters nothing anywhere. */
@Component
public class FeedTest {
  private final FeedProbe fetching;
  private final Formats formats;
  private final Normaliser normaliser;
  private final VocabularySource vocabulary;
  private final Clock clock;

  FeedTest(
      FeedProbe fetching,
      Formats formats,
      Normaliser normaliser,
      VocabularySource vocabulary,
      Clock clock) {
    this.fetching = fetching;
    this.formats = formats;
    this.normaliser = normaliser;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  public ProbeReport of(Partner partner, Feed feed) throws IOException {
    Path folder = Files.createTempDirectory("norrhub-try");
    try {
      ProbeSteps steps = new ProbeSteps();
      Fetched fetched = fetching.fetch(partner, feed, folder, steps);
      StringWriter shown = new StringWriter();
      StringWriter sums = new StringWriter();
      boolean well = fetched.parts().isEmpty() || read(partner, feed, fetched, steps, shown, sums);
      return new ProbeReport(
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
      Fetched fetched,
      ProbeSteps steps,
      StringWriter shown,
      StringWriter sums)
      throws IOException {
    Optional<Format> format = formats.find(feed.format());
    if (format.isEmpty()) {
      steps.failed("its format `%s` is rejected: see status".formatted(feed.format()));
      return false;
    }
    boolean whole = feed.speaksFor() != SpeaksFor.CHANGES;
    var subject =
        new PreviewSubject(partner, format.get(), whole, feed.values(), feed.defaultPlace());
    var preview = new Preview(subject, normaliser, vocabulary.now(), clock.instant());
    var summary = new PreviewSummary(new PrintWriter(Writer.nullWriter()));
    var writer = new FirstRecords(new FieldByField(new PrintWriter(shown, true)));
    Optional<DetailAddress> details =
        feed.rest().flatMap(rest -> rest.details().map(all -> new DetailAddress(rest, all)));
    // A list alone would be rejected for what it leaves out: that says nothing of a poll.
    if (details.isPresent() && fetched.detail().isEmpty()) {
      steps.saw("without a detail, nothing of the list is read");
    } else if (details.isPresent()) {
      var first = new FirstDetail(format.get(), details.get(), fetched.detail().get());
      try {
        first.of(fetched.parts().get(0)).ifPresent(r -> preview.read(r, writer, summary));
        steps.saw("read that vacancy and its detail by the format `%s`".formatted(feed.format()));
      } catch (UnreadablePart e) {
        steps.failed("the detail cannot be read: " + e.getMessage());
      }
    } else {
      for (PartFile part : fetched.parts()) {
        preview.read(part, writer, summary);
      }
      steps.saw("read it by the format `%s`".formatted(feed.format()));
    }
    summary.print(new PrintWriter(sums, true));
    return summary.allAccepted();
  }
}
