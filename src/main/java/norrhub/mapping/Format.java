package norrhub.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
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

  RecordStream open(PartFile part) throws UnreadablePart, IOException;

  /** The record's key in its ATS, trimmed and in NFC; read before mapping. */
  Optional<String> key(JsonNode record);

  /**
   * @throws MappingFailed when mapping.jslt does, with its file and line
   */
  Draft map(JsonNode record) throws MappingFailed;
}
