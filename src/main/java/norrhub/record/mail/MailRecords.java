package norrhub.record.mail;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import norrhub.notice.SourceLocation;
import norrhub.record.Limits;
import norrhub.record.PartFile;
import norrhub.record.PartNotices;
import norrhub.record.ReadResult;
import norrhub.record.RecordStream;
import norrhub.record.SourceRecord;
import norrhub.record.UnreadablePart;

/**
 * The vacancies of one mail. What was quoted or forwarded above them, and the signature below, are
 * the mail's and not theirs.
 */
final class MailRecords implements RecordStream {
  private static final Pattern DIVIDER = Pattern.compile("\\s*([-_=*~#–—]\\s?){5,}\\s*");
  private static final Pattern FORWARDED =
      Pattern.compile(
          "(?iu)[\\s>-]*(-+ ?(original message|ursprungligt meddelande|forwarded message"
              + "|vidarebefordrat meddelande|vidarebefordrat brev) ?-+"
              + "|(begin forwarded message|vidarebefordrat brev):?)\\s*");
  private static final Pattern FORWARDED_HEAD =
      Pattern.compile(
          "[\\s>*]*(?iu:from|sent|date|to|cc|subject|från|skickat|datum|till|kopia|ämne)\\*?:.*");
  private static final Pattern FROM = Pattern.compile("[\\s>*]*(?iu:from|från)\\*?:.*");
  private static final Pattern SUBJECT = Pattern.compile("[\\s>*]*(?iu:subject|ämne)\\*?:\\*?(.*)");
  private static final Pattern SIGNATURE = Pattern.compile("--\\s?");
  private static final Pattern PREFIX =
      Pattern.compile("(?i)^\\s*((re|sv|vb|fw|fwd|vs|vl)\\s*:\\s*)+");

  private final PartFile part;
  private final MailText mail;
  private final MailLabels labels;
  private final MailSettings settings;
  private final Iterator<ReadResult> readings;
  private String subject;

  private record Line(int number, String text) {}

  MailRecords(PartFile part, MailText mail, MailLabels labels, MailSettings settings, Limits limits)
      throws UnreadablePart {
    this.part = part;
    this.mail = mail;
    this.labels = labels;
    this.settings = settings;
    this.subject = PREFIX.matcher(mail.subject()).replaceFirst("");
    List<ReadResult> found = readings();
    if (found.isEmpty()) {
      throw new UnreadablePart(
          SourceLocation.of(part.name()), PartNotices.WRONG_ROOT.about("", "a mail without text"));
    }
    if (found.size() > limits.records()) {
      throw new UnreadablePart(
          SourceLocation.of(part.name()),
          PartNotices.OVER_LIMIT.about("", "records > " + limits.records()));
    }
    this.readings = found.iterator();
  }

  @Override
  public Optional<ReadResult> next() {
    return readings.hasNext() ? Optional.of(readings.next()) : Optional.empty();
  }

  private List<ReadResult> readings() {
    List<List<Line>> blocks = blocks(lines());
    List<ReadResult> readings = new ArrayList<>();
    for (List<Line> block : blocks) {
      ObjectNode record = record(block, blocks.size() > 1);
      SourceLocation place = new SourceLocation(part.name(), 0, "line " + block.get(0).number());
      readings.add(new SourceRecord(place, record));
    }
    return readings;
  }

  /** The lines that people wrote, with their numbers in the text. */
  private List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    boolean inHead = false;
    int number = 0;
    List<String> all = mail.text().lines().toList();
    for (String text : all) {
      number++;
      if (SIGNATURE.matcher(text).matches()) {
        break;
      }
      boolean forwarded = FORWARDED.matcher(text).matches() || !inHead && beginsHead(all, number);
      inHead = forwarded || inHead && (text.isBlank() || FORWARDED_HEAD.matcher(text).matches());
      if (forwarded) {
        // What was said when it was sent on is no vacancy.
        lines.clear();
      }
      if (inHead) {
        subject = innerSubject(text).orElse(subject);
      } else {
        lines.add(new Line(number, text.replaceFirst("^\\s*>+ ?", "").stripTrailing()));
      }
    }
    return lines;
  }

  /** Outlook writes the head of a forwarded mail without a line that announces it. */
  private static boolean beginsHead(List<String> all, int number) {
    return FROM.matcher(all.get(number - 1)).matches()
        && all.stream().skip(number).limit(2).allMatch(l -> FORWARDED_HEAD.matcher(l).matches())
        && all.size() >= number + 2;
  }

  private static Optional<String> innerSubject(String line) {
    Matcher inner = SUBJECT.matcher(line);
    return inner.matches()
        ? Optional.of(PREFIX.matcher(inner.group(1)).replaceFirst("").strip())
        : Optional.empty();
  }

  private List<List<Line>> blocks(List<Line> lines) {
    List<List<Line>> blocks = new ArrayList<>();
    List<Line> block = new ArrayList<>();
    for (Line line : lines) {
      if (DIVIDER.matcher(line.text()).matches()) {
        add(blocks, block);
        block = new ArrayList<>();
      } else if (!block.isEmpty() || !line.text().isBlank()) {
        block.add(line);
      }
    }
    add(blocks, block);
    // A greeting above the first divider, or a farewell below the last, has no field of its own.
    if (blocks.size() > 1) {
      boolean labelled = blocks.stream().anyMatch(this::hasField);
      blocks.removeIf(
          b -> labelled ? !hasField(b) : written(b).size() < settings.firstLines().size());
    }
    return blocks;
  }

  private static void add(List<List<Line>> blocks, List<Line> block) {
    if (block.stream().anyMatch(line -> !line.text().isBlank())) {
      blocks.add(block);
    }
  }

  private boolean hasField(List<Line> block) {
    return block.stream().anyMatch(line -> labels.field(line.text()).isPresent());
  }

  private List<Line> written(List<Line> block) {
    return block.stream()
        .filter(line -> !line.text().isBlank() && !labels.isNoise(line.text()))
        .toList();
  }

  private ObjectNode record(List<Line> block, boolean digest) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("subject", subject);
    mail.sent().ifPresent(sent -> record.put("sent", sent.toString()));
    MailFields fields = new MailFields(labels, record.putObject("fields"));
    if (digest && !hasField(block)) {
      fields.nameFirstLines(settings.firstLines());
    }
    block.forEach(line -> fields.take(line.text()));
    record.put("text", fields.text());
    return record;
  }

  @Override
  public void close() {
    // The mail is in memory.
  }
}
