package norrhub.record;

import java.io.IOException;
import java.util.List;
import norrhub.notice.NoticeKind;
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
    return List.of(PagePostings.SCRIPT_MALFORMED);
  }

  @Override
  public RecordStream open(PartFile part, NoSettings settings) throws UnreadablePart, IOException {
    byte[] bytes = WholePart.read(part, limits, "page");
    Document page = PageText.parse(bytes);
    return new PagePostings(part, limits, page);
  }
}
