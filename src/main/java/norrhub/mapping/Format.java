package norrhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import norrhub.record.PartFile;
import norrhub.record.RecordStream;
import norrhub.record.UnreadablePart;

/** How one kind of ATS writes vacancies: a folder under config/formats. */
public interface Format {
  /** The folder's name. */
  String id();

  /** Changes whenever a file of the folder changes: part of the configuration fingerprint. */
  String fingerprint();

  /** Whether it reads a mail itself, and not what is attached to one. */
  boolean readsWholeMails();

  RecordStream open(PartFile part) throws UnreadablePart, IOException;

  /** Whether it says how the answer for one vacancy of a list is read. */
  boolean readsDetails();

  /** A record of a list and the answer that was asked for it as one record. */
  Detailed join(JsonNode listed, PartFile answer) throws UnreadablePart, IOException;

  /** Characters of a key; no system has longer ones, and the catalogue's indexes have an end. */
  int LONGEST_KEY = 500;

  /**
   * The record's key in its ATS, trimmed, in NFC and without what nobody sees; read before mapping.
   * It may be longer than {@link #LONGEST_KEY}: whoever takes the record rejects it then.
   */
  Optional<String> key(JsonNode record);

  /** What records of one delivery are that share a key. */
  SameKey sameKey();

  /** Whether a delivery's keys must all be known before its first record is taken. */
  boolean readsKeysAhead();

  /** The keys that the record's vacancy has in other channels of its ATS, by their row's name. */
  Map<String, String> otherKeys(JsonNode record);

  /** The values that a feed must give, each with the one that the golden sample uses. */
  Map<String, String> needs();

  /**
   * @param values what the feed gives for {@link #needs}
   * @throws MappingFailed when mapping.jslt does, with its file and line
   */
  Mapped map(JsonNode record, Map<String, String> values) throws MappingFailed;
}
