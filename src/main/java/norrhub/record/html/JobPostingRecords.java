package norrhub.record.html;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import norrhub.notice.NoticeKind;
import norrhub.notice.Severity;
import norrhub.notice.SourceLocation;
import norrhub.record.BrokenRecord;
import norrhub.record.Limits;
import norrhub.record.OverLimit;
import norrhub.record.PartFile;
import norrhub.record.PartNotices;
import norrhub.record.ReadResult;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The JobPostings of one page, in the order of its scripts. */
final class JobPostingRecords implements RecordStream {
  static final NoticeKind SCRIPT_MALFORMED =
      new NoticeKind(
          "page-script-malformed",
          Severity.ERROR,
          "The page has a JobPosting that is not JSON: {value}. Search engines cannot read it"
              + " either; correct the page.",
          "Sidan har en JobPosting som inte är JSON: {value}. Sökmotorer kan inte heller läsa den;"
              + " rätta sidan.");

  private static final String SCRIPTS = "script[type~=(?i)^\\s*application/ld\\+json\\b]";
  private static final String TYPE = "JobPosting";

  private final PartFile part;
  private final Limits limits;
  private final Document page;
  private final Iterator<ReadResult> readings;

  JobPostingRecords(PartFile part, Limits limits, Document page)
      throws UnreadablePart, IOException {
    this.part = part;
    this.limits = limits;
    this.page = page;
    this.readings = readings().iterator();
  }

  @Override
  public Optional<ReadResult> next() {
    return readings.hasNext() ? Optional.of(readings.next()) : Optional.empty();
  }

  private List<ReadResult> readings() throws UnreadablePart, IOException {
    List<ReadResult> found = new ArrayList<>();
    JsonLd data = new JsonLd(limits);
    try {
      List<Element> scripts = page.select(SCRIPTS);
      for (int n = 0; n < scripts.size(); n++) {
        SourceLocation place =
            new SourceLocation(
                part.name(),
                scripts.get(n).sourceRange().start().lineNumber(),
                "script " + (n + 1));
        String text = scripts.get(n).data();
        Optional<String> complaint = data.add(place, text);
        if (complaint.isPresent() && text.contains(TYPE)) {
          found.add(new BrokenRecord(place, SCRIPT_MALFORMED.about("", complaint.get())));
        }
      }
    } catch (OverLimit e) {
      throw new UnreadablePart(
          SourceLocation.of(part.name()),
          PartNotices.OVER_LIMIT.about("", String.valueOf(e.getMessage())));
    }
    data.eachOf(TYPE, (place, posting) -> found.add(new SourceRecord(place, record(posting))));
    if (found.isEmpty()) {
      throw new UnreadablePart(
          SourceLocation.of(part.name()),
          PartNotices.WRONG_ROOT.about("", "no JobPosting in the page \"" + page.title() + "\""));
    }
    return found;
  }

  private JsonNode record(JsonNode posting) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.set("posting", posting);
    ObjectNode about = record.putObject("page");
    put(about, "url", page.select("link[rel=canonical]").attr("href"));
    put(about, "sharedUrl", page.select("meta[property=og:url]").attr("content"));
    put(about, "language", page.select("html").attr("lang"));
    put(about, "title", page.title());
    return record;
  }

  private static void put(ObjectNode about, String name, String value) {
    if (!value.isBlank()) {
      about.put(name, value.strip());
    }
  }

  @Override
  public void close() {
    // The page is in memory.
  }
}
