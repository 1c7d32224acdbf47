package norrhub.route;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import norrhub.delivery.archive.Archive;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.delivery.feed.Validators;
import norrhub.fetch.AccessTokens;
import norrhub.fetch.Limits;
import norrhub.fetch.RetryAfter;
import norrhub.fetch.page.PageAnswer;
import norrhub.fetch.page.PageReader;
import norrhub.fetch.page.PageSkeleton;
import norrhub.poll.PollSchedule;
import norrhub.poll.RestPoll;
import org.springframework.stereotype.Component;

/** Takes in the answers of REST feeds: from the wire into the archive, and read from there. */
@Component
class RestPages {
  private final PollSchedule polls;
  private final Archive archive;
  private final PageReader reader;
  private final RestDetails details;
  private final AccessTokens tokens;
  private final Limits limits;
  private final Clock clock;

  RestPages(
      PollSchedule polls,
      Archive archive,
      PageReader reader,
      RestDetails details,
      AccessTokens tokens,
      Limits limits,
      Clock clock) {
    this.polls = polls;
    this.archive = archive;
    this.reader = reader;
    this.details = details;
    this.tokens = tokens;
    this.limits = limits;
    this.clock = clock;
  }

  /** Takes the answer to the request for the current page or detail. */
  void take(RestPoll poll, HttpAnswer answer) throws IOException {
    try (answer) {
      switch (answer.status()) {
        case 401 -> refused(poll, answer);
        case 429, 503 -> pause(poll, answer);
        default -> read(poll, answer);
      }
    }
  }

  private void read(RestPoll poll, HttpAnswer answer) throws IOException {
    if (poll.details().isPresent()) {
      details.take(poll, poll.details().get(), answer);
      return;
    }
    switch (answer.status()) {
      case 200 -> page(poll, answer);
      case 304 -> poll.unchanged();
      case 404, 410 -> throw new IOException("%s (%s)".formatted(answer.refusal(), poll.name()));
      default -> throw new IOException(answer.refusal());
    }
  }

  private void page(RestPoll poll, HttpAnswer answer) throws IOException {
    ArchivedPart part = keep("page " + poll.paging().page(), poll, answer);
    PageAnswer page = new PageAnswer(outline(poll, part), answer.headers("Link"), part.sha256());
    poll.paging().look(page);
    poll.add(part, new Validators(answer.header("ETag"), answer.header("Last-Modified")));
    poll.paging().turn(page);
    poll.turned();
    if (poll.step() == RestPoll.Step.ENDED) {
      details.begin(poll);
    }
  }

  private ArchivedPart keep(String name, RestPoll poll, HttpAnswer answer) throws IOException {
    Instant deadline = poll.deadline(limits.poll());
    long most = Math.min(limits.page().toBytes(), limits.file().toBytes() - poll.bytes());
    return archive.keep(name, answer.content(deadline, clock), Math.max(most, 0));
  }

  private Optional<PageSkeleton> outline(RestPoll poll, ArchivedPart part) throws IOException {
    if (!poll.paging().readsBodies()) {
      return Optional.empty();
    }
    try (InputStream content = Files.newInputStream(archive.file(part))) {
      return Optional.of(reader.read(content));
    }
  }

  /** A token may be taken back before it expires: the same page is asked for with a new one. */
  private void refused(RestPoll poll, HttpAnswer answer) throws IOException {
    Optional<String> token = poll.refusedToken();
    if (token.isPresent()) {
      tokens.refused(poll.source().oauth2().orElseThrow(), token.get());
    } else {
      read(poll, answer);
    }
  }

  private void pause(RestPoll poll, HttpAnswer answer) {
    Instant until = RetryAfter.until(answer.header("Retry-After"), clock.instant());
    String reason = "HTTP %d: the server asks for a pause".formatted(answer.status());
    polls.pause(poll.feed().id(), until, reason);
    if (poll.details().isPresent()) {
      details.pause(poll, poll.details().get(), until);
    } else {
      poll.pause(reason);
    }
  }
}
