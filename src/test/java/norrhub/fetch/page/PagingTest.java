package norrhub.fetch.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import norrhub.fetch.Limits;
import norrhub.partner.RestSource;
import norrhub.partner.Sources;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** The ways through the pages of a feed, each as a partner file declares it. */
class PagingTest {
  private static final String HOST = "https://jobs.example.org";

  private final PageReader reader =
      new PageReader(
          new Limits(
              DataSize.ofGigabytes(1),
              DataSize.ofMegabytes(1),
              DataSize.ofMegabytes(1),
              DataSize.ofMegabytes(1),
              Duration.ofMinutes(15)));
  private final List<String> asked = new ArrayList<>();

  @Test
  void aFeedWithoutPagingIsOnePage() throws IOException {
    Paging paging = walk("url: %s/jobs.xml".formatted(HOST), "<jobs/>");

    assertThat(asked).containsExactly("GET /jobs.xml");
    assertThat(paging.isOver()).isTrue();
    assertThat(paging.readsBodies()).isFalse();
  }

  @Test
  void aPageLinksToTheNextInItsBody() throws IOException {
    walk(
        """
        url: %s/v1/jobs?page%%5Bsize%%5D=2
        next: /links/next
        list: /data
        total: /meta/record-count
        """
            .formatted(HOST),
        "{'data':[1,2],'links':{'next':'/v1/jobs?page%5Bnumber%5D=2'},'meta':{'record-count':3}}",
        "{'data':[3],'links':{},'meta':{'record-count':3}}");

    assertThat(asked)
        .containsExactly("GET /v1/jobs?page%5Bsize%5D=2", "GET /v1/jobs?page%5Bnumber%5D=2");
  }

  @Test
  void smartRecruitersCountsRecordsAndSaysHowManyThereAre() throws IOException {
    Paging paging =
        walk(
            """
            url: %s/v1/companies/Acme/postings?limit=100
            pages: { by: offset, parameter: offset, until: total }
            list: /content
            total: /totalFound
            """
                .formatted(HOST),
            "{'offset':0,'limit':100,'totalFound':3,'content':[1,2]}",
            "{'offset':2,'limit':100,'totalFound':3,'content':[3]}");

    assertThat(asked)
        .containsExactly(
            "GET /v1/companies/Acme/postings?limit=100&offset=0",
            "GET /v1/companies/Acme/postings?limit=100&offset=2");
    assertThat(paging.shortfall()).isEmpty();
  }

  @Test
  void aTotalThatIsTooSmallEndsNothing() throws IOException {
    Paging paging =
        walk(
            """
            url: %s/jobs
            pages: { by: page, parameter: page, until: total }
            list: /jobs
            total: /total
            """
                .formatted(HOST),
            "{'total':0,'jobs':[1,2]}",
            "{'total':0,'jobs':[3]}",
            "{'total':0,'jobs':[]}");

    assertThat(asked).hasSize(3);
    assertThat(paging.shortfall()).isEmpty();
  }

  @Test
  void workdayDeclaresTheTotalOnItsFirstPageOnlyAndIsPostedTo() throws IOException {
    Paging paging =
        walk(
            """
            url: %s/wday/cxs/acme/jobs/jobs
            post: '{"appliedFacets":{},"limit":20,"offset":${offset},"searchText":""}'
            pages: { by: offset }
            list: /jobPostings
            total: /total
            """
                .formatted(HOST),
            "{'total':4,'jobPostings':[1,2]}",
            "{'total':0,'jobPostings':[3]}",
            "{'total':0,'jobPostings':[]}");

    assertThat(asked)
        .containsExactly(
            "POST /wday/cxs/acme/jobs/jobs {'appliedFacets':{},'limit':20,'offset':0,'searchText':''}",
            "POST /wday/cxs/acme/jobs/jobs {'appliedFacets':{},'limit':20,'offset':2,'searchText':''}",
            "POST /wday/cxs/acme/jobs/jobs {'appliedFacets':{},'limit':20,'offset':3,'searchText':''}");
    assertThat(paging.shortfall()).contains("the server declares 4 records, and 3 came");
  }

  @Test
  void leverIsAskedUntilAPageIsEmptyAndAShortPageIsNotTheLast() throws IOException {
    Paging paging =
        walk(
            """
            url: %s/v0/postings/acme?mode=json&limit=2
            pages: { by: offset, parameter: skip }
            list: ""
            """
                .formatted(HOST),
            "[{'id':1},{'id':2}]",
            "[{'id':3}]",
            "[{'id':4}]",
            "[]");

    assertThat(asked)
        .containsExactly(
            "GET /v0/postings/acme?mode=json&limit=2&skip=0",
            "GET /v0/postings/acme?mode=json&limit=2&skip=2",
            "GET /v0/postings/acme?mode=json&limit=2&skip=3",
            "GET /v0/postings/acme?mode=json&limit=2&skip=4");
    assertThat(paging.shortfall()).isEmpty();
  }

  @Test
  void navNumbersItsPagesFromNought() throws IOException {
    walk(
        """
        url: %s/api/v1/ads
        pages: { by: page, parameter: page, first: 0 }
        list: /content
        total: /totalElements
        """
            .formatted(HOST),
        "{'content':[1,2],'totalElements':3,'last':false,'number':0}",
        "{'content':[3],'totalElements':3,'last':true,'number':1}",
        "{'content':[],'totalElements':3,'last':true,'number':2}");

    assertThat(asked)
        .containsExactly(
            "GET /api/v1/ads?page=0", "GET /api/v1/ads?page=1", "GET /api/v1/ads?page=2");
  }

  @Test
  void aTokenIsEncodedForTheQueryItGoesInto() throws IOException {
    walk(
        """
        url: %s/jobs
        pages: { by: cursor, parameter: "page[after]", cursor: /meta/next }
        """
            .formatted(HOST),
        "{'meta':{'next':'a/b+c=&{{sys:x}}'}}",
        "{'meta':{'next':17}}",
        "{'meta':{'next':null}}");

    assertThat(asked)
        .containsExactly(
            "GET /jobs",
            "GET /jobs?page%5Bafter%5D=a%2Fb%2Bc%3D%26%7B%7Bsys%3Ax%7D%7D",
            "GET /jobs?page%5Bafter%5D=17");
  }

  @Test
  void aTokenIsEncodedForTheBodyItGoesInto() throws IOException {
    walk(
        """
        url: %s/jobs
        post: '{"cursor":"${cursor}"}'
        pages: { by: cursor, cursor: /next }
        """
            .formatted(HOST),
        "{'next':'a\\u0022,\\u0022b'}",
        "{}");

    assertThat(asked)
        .containsExactly("POST /jobs {'cursor':''}", "POST /jobs {'cursor':'a\\',\\'b'}");
  }

  @Test
  void aPageLinksToTheNextInItsHeader() throws IOException {
    RestSource source = Sources.rest("{ url: '%s/jobs', link: true }".formatted(HOST));
    Paging paging = new Paging(source, source.url());

    paging.turn(
        answer("", "</jobs?page=9>; rel=last, </jobs?page=2>; title=\"a, b\"; rel=\"next\""));
    assertThat(paging.current().address()).hasToString(HOST + "/jobs?page=2");
    paging.turn(answer("", "</jobs?page=1>; rel=\"prev first\""));
    assertThat(paging.isOver()).isTrue();
  }

  @Test
  void aLinkHeaderOfManyCommasEndsSoon() throws IOException {
    assertThat(LinkHeader.next(List.of("<a>;".repeat(2_000) + "x".repeat(1_000)))).isEmpty();
    assertThat(LinkHeader.next(List.of("<a>;b=c".repeat(1_400)))).isEmpty();
  }

  @Test
  void aServerThatDoesNotTurnThePageIsFoundOut() {
    assertThatThrownBy(
            () ->
                walk(
                    """
                    url: %s/jobs
                    pages: { by: page, parameter: page }
                    list: /jobs
                    """
                        .formatted(HOST),
                    "{'jobs':[1]}",
                    "{'jobs':[1]}"))
        .hasMessageContaining("it holds the same as page 1");
  }

  @Test
  void aCircleOfLinksIsFoundOut() {
    assertThatThrownBy(
            () ->
                walk(
                    "{ url: '%s/jobs', next: /next }".formatted(HOST),
                    "{'next':'?page=2'}",
                    "{'next':'/jobs'}"))
        .hasMessageContaining("in a circle");
  }

  @Test
  void aFeedWithoutEndEndsAtTheMostPages() {
    assertThatThrownBy(
            () ->
                walk(
                    "{ url: '%s/jobs', next: /next, pagesAtMost: 2 }".formatted(HOST),
                    "{'next':'?page=2'}",
                    "{'next':'?page=3'}"))
        .hasMessageContaining("more than 2 pages");
    assertThat(asked).hasSize(2);
  }

  @Test
  void aPageWithoutItsListIsNoEmptyPage() {
    assertThatThrownBy(
            () ->
                walk(
                    "{ url: '%s/jobs', pages: { by: page, parameter: p }, list: /jobs }"
                        .formatted(HOST),
                    "{'error':'try later'}"))
        .hasMessageContaining("it has no list at /jobs");
  }

  @Test
  void aTotalThatIsNotThereIsNotTakenForNone() {
    assertThatThrownBy(
            () ->
                walk(
                    "{ url: '%s/jobs', list: /jobs, total: /count }".formatted(HOST),
                    "{'jobs':[1]}"))
        .hasMessageContaining("it declares no total at /count");
  }

  @Test
  void aWebPageInPlaceOfJsonIsCalledThat() {
    assertThatThrownBy(
            () ->
                walk(
                    "{ url: '%s/jobs', next: /next }".formatted(HOST),
                    "\uFEFF <!DOCTYPE html><html>Unavailable</html>"))
        .hasMessage("it is a web page or XML, not JSON");
  }

  @Test
  void manyRecordsAreCountedThoughFewAreKept() throws IOException {
    Paging paging =
        walk(
            "{ url: '%s/jobs', list: /jobs, total: /n }".formatted(HOST),
            "{'jobs':[" + "{'a':[1,2]},".repeat(999) + "{}],'n':'1001'}");

    assertThat(paging.shortfall()).contains("the server declares 1001 records, and 1000 came");
  }

  /** Answers one request after the other, as long as the paging asks. */
  private Paging walk(String source, String... pages) throws IOException {
    RestSource rest = Sources.rest(source);
    Paging paging = new Paging(rest, rest.url());
    for (int n = 0; !paging.isOver(); n++) {
      PageRequest page = paging.current();
      String body = page.body().map(text -> " " + text.replace('"', '\'')).orElse("");
      asked.add(
          (page.body().isPresent() ? "POST " : "GET ")
              + page.address().toString().substring(HOST.length())
              + body);
      String content = pages[n].replace('\'', '"');
      PageAnswer answer =
          new PageAnswer(
              paging.readsBodies()
                  ? Optional.of(reader.read(new ByteArrayInputStream(content.getBytes(UTF_8))))
                  : Optional.empty(),
              List.of(),
              content);
      paging.look(answer);
      paging.turn(answer);
    }
    return paging;
  }

  private static PageAnswer answer(String content, String link) {
    return new PageAnswer(Optional.empty(), List.of(link), content);
  }
}
