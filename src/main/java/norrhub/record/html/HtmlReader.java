package norrhub.record.html;

import java.io.IOException;
import java.util.List;
import norrhub.notice.NoticeKind;
import norrhub.record.BoundedPart;
import norrhub.record.Limits;
import norrhub.record.NoSettings;
import norrhub.record.PartFile;
import norrhub.record.RecordReader;
import norrhub.record.RecordStream;
import norrhub.record.UnreadablePart;
import org.jsoup.nodes.Document;
import org.springframework.stereotype.Component;

/**
 * Reads web pages for the schema.org JobPostings that they hold as JSON-LD, with jsoup: what sites
 * tell search engines. A record is the posting and what the page says of itself.
 */
@Component
public final class HtmlReader implements RecordReader<NoSettings> {
  private final Limits limits;

  public HtmlReader() {
    this(Limits.STANDARD);
  }

  HtmlReader(Limits limits) {
    this.limits = limits;
  }

  @Override
  public String kind() {
    return "html";
  }

  @Override
  public Class<NoSettings> settings() {
    return NoSettings.class;
  }

  @Override
  public List<NoticeKind> notices() {
    return List.of(JobPostingRecords.SCRIPT_MALFORMED);
  }

  @Override
  public RecordStream open(PartFile part, NoSettings settings) throws UnreadablePart, IOException {
    byte[] bytes = BoundedPart.read(part, limits, "page");
    Document page = HtmlParser.parse(bytes);
    return new JobPostingRecords(part, limits, page);
  }
}
