package norrhub.route;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import norrhub.delivery.Details;
import norrhub.delivery.archive.Archive;
import norrhub.delivery.archive.ArchivedPart;
import norrhub.fetch.DetailAddress;
import norrhub.fetch.Limits;
import norrhub.mapping.Format;
import norrhub.mapping.Formats;
import norrhub.partner.DetailRequests;
import norrhub.poll.DetailQueue;
import norrhub.poll.DetailRequest;
import norrhub.poll.PollSchedule;
import norrhub.poll.RestPoll;
import norrhub.record.PartFile;
import norrhub.record.ReadResult;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;
import org.springframework.stereotype.Component;

/**
 * Asks for the details of a list's records, those that are new or have changed: one request after
 * the other, in the same poll as the list. What cannot be had concerns its record alone, and what
 * there is no time for is left to the next poll.
 */
@Component
class RestDetails {
  private static final Duration SHORTLY = Duration.ofSeconds(1);

  private final Formats formats;
  private final Details details;
  private final Archive archive;
  private final PollSchedule polls;
  private final Limits limits;
  private final Clock clock;

  RestDetails(
      Formats formats,
      Details details,
      Archive archive,
      PollSchedule polls,
      Limits limits,
      Clock clock) {
    this.formats = formats;
    this.details = details;
    this.archive = archive;
    this.polls = polls;
    this.limits = limits;
    this.clock = clock;
  }

  /** All pages of the list are there: the poll goes on with its details, if the feed wants any. */
  void begin(RestPoll poll) throws IOException {
    Optional<DetailRequests> wanted = poll.source().details();
    Optional<Format> format = format(poll);
    if (wanted.isPresent() && format.isPresent()) {
      DetailQueue round = round(poll, wanted.get(), format.get());
      if (poll.isTrial()) {
        round.openFirst();
      } else {
        round.open(clock.instant(), poll.feed().every(), wanted.get().again());
      }
      poll.ask(round);
    }
  }

  /** Takes the answer to the request for the current detail. */
  void take(RestPoll poll, DetailQueue round, HttpAnswer answer) throws IOException {
    switch (answer.status() / 100) {
      case 2 -> keep(poll, round, answer);
      case 5 -> failed(poll, round, answer.refusal());
      default -> refused(poll, round, "HTTP " + answer.status());
    }
  }

  /** The current request failed on its way. */
  void failed(RestPoll poll, DetailQueue round, String why) {
    boolean hopeless = round.next().isPresent() && !round.mayGoOnAfterFailure();
    if (round.next().isPresent()) {
      refused(poll, round, why);
    }
    if (hopeless) {
      polls.trouble(poll.feed().id(), "details cannot be fetched: " + why);
      round.stop();
      poll.ask(round);
    }
  }

  /** The server asks for a pause: what has come is not lost. */
  void pause(RestPoll poll, DetailQueue round, Instant until) {
    polls.soon(poll.feed().id(), Duration.between(clock.instant(), until));
    round.stop();
    poll.ask(round);
  }

  /** The delivery's parts: the pages, and which details belong to their records. */
  List<ArchivedPart> parts(RestPoll poll) throws IOException {
    Optional<DetailRequests> wanted = poll.source().details();
    Optional<Format> format = format(poll);
    if (wanted.isEmpty() || format.isEmpty()) {
      return poll.pages();
    }
    DetailQueue round =
        poll.details().isPresent() ? poll.details().get() : round(poll, wanted.get(), format.get());
    List<ArchivedPart> parts = new ArrayList<>(poll.pages());
    parts.add(round.index().keep(archive));
    return parts;
  }

  /** An answer that is not what the format reads is none: it would be kept for long. */
  private void keep(RestPoll poll, DetailQueue round, HttpAnswer answer) throws IOException {
    DetailRequest request = round.next().orElseThrow();
    long most = Math.min(limits.page().toBytes(), limits.file().toBytes() - poll.bytes());
    ArchivedPart part =
        archive.keep(request.name(), answer.content(end(poll), clock), Math.max(most, 0));
    poll.add(part.size());
    try {
      JsonNode nothing = JsonNodeFactory.instance.objectNode();
      format(poll).orElseThrow().join(nothing, new PartFile(part.name(), archive.file(part)));
      Instant now = clock.instant();
      if (!poll.isTrial()) {
        details.answered(poll.feed().id(), request.id(), request.recordHash(), part, now);
      }
      round.answered(part, now);
      goOn(poll, round);
    } catch (UnreadablePart e) {
      refused(poll, round, e.finding().english());
    }
  }

  private void refused(RestPoll poll, DetailQueue round, String why) {
    DetailRequest request = round.next().orElseThrow();
    Instant now = clock.instant();
    if (!poll.isTrial()) {
      details.refused(poll.feed().id(), request.id(), request.recordHash(), why, now);
    }
    round.refused(why, now);
    goOn(poll, round);
  }

  private void goOn(RestPoll poll, DetailQueue round) {
    if (round.next().isPresent() && clock.instant().isAfter(end(poll))) {
      polls.soon(poll.feed().id(), SHORTLY);
      round.stop();
    }
    poll.ask(round);
  }

  private Instant end(RestPoll poll) {
    return poll.deadline(limits.poll());
  }

  private Optional<Format> format(RestPoll poll) {
    return formats.find(poll.feed().format()).filter(Format::readsDetails);
  }

  /** What the list wants, and what is known of it. What it holds no more is forgotten. */
  private DetailQueue round(RestPoll poll, DetailRequests wanted, Format format)
      throws IOException {
    DetailAddress address = new DetailAddress(poll.source(), wanted);
    Map<String, DetailRequest> requests = new LinkedHashMap<>();
    boolean whole = poll.incompleteBecause().isEmpty() && !poll.isTrial();
    for (ArchivedPart page : poll.pages()) {
      whole &= read(page, format, address, requests);
    }
    String feed = poll.feed().id();
    if (whole) {
      details.keepOnly(feed, requests.keySet());
    }
    return new DetailQueue(requests, poll.isTrial() ? Map.of() : details.of(feed));
  }

  /** Whether the page could be read to its end; the delivery tells it where not. */
  private boolean read(
      ArchivedPart page, Format format, DetailAddress address, Map<String, DetailRequest> requests)
      throws IOException {
    try (RecordStream records = format.open(new PartFile(page.name(), archive.file(page)))) {
      for (Optional<ReadResult> next = records.next(); next.isPresent(); next = records.next()) {
        if (next.get() instanceof SourceRecord record) {
          JsonNode content = record.content();
          address
              .of(content)
              .map(at -> DetailRequest.of(at, content))
              .ifPresent(request -> requests.put(request.id(), request));
        }
      }
      return true;
    } catch (UnreadablePart e) {
      return false;
    }
  }
}
