package norrhub.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.NonValidationKeyword;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * The schema of a kind of file, made once for all files of the kind.
 *
 * @param rules the same, ready to validate
 */
record FileSchema(ObjectNode content, JsonSchema rules) {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          VersionFlag.V202012,
          factory ->
              factory.metaSchema(
                  JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                      .keyword(new NonValidationKeyword(SchemaRules.WANTS))
                      .build()));
  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .pathType(PathType.JSON_POINTER)
          .regularExpressionFactory(FileSchema::whole)
          .build();

  static FileSchema of(Class<?> type) {
    ObjectNode content = SchemaOf.type(type);
    return new FileSchema(content, SCHEMAS.getSchema(content, CONFIG));
  }

  /** All our patterns are for whole values; Java's $ alone would let a last line end slip by. */
  private static RegularExpression whole(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return value -> compiled.matcher(value).matches();
  }
}
