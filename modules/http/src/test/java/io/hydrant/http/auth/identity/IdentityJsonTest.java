package io.hydrant.http.auth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityJsonTest {
  static final String ALICE =
      "'accessKeyId':'AKIAALICE','secretAccessKey':'topsecret',"
          + "'principalArn':'arn:aws:iam::000000000000:user/alice'";

  static String json(String singleQuoted) {
    return singleQuoted.replace('\'', '"');
  }

  static String list(String... identities) {
    return json("{'identities':[{" + String.join("},{", identities) + "}]}");
  }

  @Test
  void an_identity_has_an_access_key_a_principal_and_policies() throws Exception {
    IdentityList list =
        IdentityJson.read(
            list(
                ALICE
                    + ",'policies':[{'Statement':{'Effect':'Allow','Action':'kms:*',"
                    + "'Resource':'*'}}]"));
    Identity alice = list.withAccessKey("AKIAALICE").orElseThrow();
    assertThat(alice.secret()).isEqualTo(new Secret("topsecret"));
    assertThat(alice.account()).isEqualTo("000000000000");
    assertThat(alice.policies()).hasSize(1);
    assertThat(list.policies(alice.principalArn())).contains(alice.policies());
  }

  @Test
  void a_session_has_the_policies_of_its_role_whatever_the_roles_path() throws Exception {
    String role =
        "'accessKeyId':'AKIAROLE','secretAccessKey':'s','principalArn':"
            + "'arn:aws:iam::000000000000:role/team/writer','policies':"
            + "[{'Statement':{'Effect':'Deny','Action':'*','Resource':'*'}}]";
    IdentityList list = IdentityJson.read(list(ALICE, role));
    assertThat(list.policies("arn:aws:sts::000000000000:assumed-role/writer/me").orElseThrow())
        .hasSize(1);
    assertThat(list.policies("arn:aws:sts::111111111111:assumed-role/writer/me")).isEmpty();
    assertThat(list.policies("arn:aws:sts::000000000000:assumed-role/reader/me")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [] | the file must be an object
          {} | identities must be a list
          {'identities':[],'users':[]} | users is not known
          {'identities':[1]} | identities[0] must be an object
          {'identities':[{@}, {@}]} | identities[1].accessKeyId belongs to another identity
          {'identities':[{'accessKeyId':'AKIAX'}]} | identities[0].secretAccessKey is missing
          {'identities':[{'accessKeyId':7}]} | identities[0].accessKeyId must be a string
          {'identities':[{'accessKeyId':'a/b'}]} | identities[0].accessKeyId must consist of letters and digits
          {'identities':[{'accessKeyId':'abc','secretAccessKey':' '}]} | identities[0].secretAccessKey is empty
          {'identities':[{'accessKeyId':'abc','secretAccessKey':'s','principalArn':'me'}]} | identities[0].principalArn must be the ARN of a user, a role or the root of an account
          {'identities':[{@,'groups':[]}]} | identities[0].groups is not known
          {'identities':[{@,'policies':{}}]} | identities[0].policies must be a list
          {'identities':[{@,'policies':['p']}]} | identities[0].policies[0] must be an object
          {'identities':[{@,'policies':[{}]}]} | identities[0].policies[0]: the element "Statement" is missing
          {'identities':[{@,'policies':[{'Statement':[{'Effect':'Allow','Action':'*','Resource':'*'},{'Effect':'Deny','Resource':'*'}]}]}]} | identities[0].policies[0].Statement[1]: the element "Action" is missing
          {'identities':[{@,'policies':[{'Statement':{'Effect':'Allow','Principal':'*','Action':'*','Resource':'*'}}]}]} | identities[0].policies[0].Statement[0]: an identity-based policy must not name a principal
          {'identities':[{@,'policies':[{'Statement':{'Effect':'Deny','Action':'*','Resource':'*','Condition':{'Bool':{'aws:Weather':'true'}}}}]}]} | identities[0].policies[0].Statement[0]: the condition key "aws:Weather" is not supported
          """)
  void the_error_of_a_mistake_has_its_place(String text, String message) {
    assertThatThrownBy(() -> IdentityJson.read(json(text.replace("@", ALICE))))
        .isInstanceOf(BadIdentitiesException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "{\"identities\":[{\"secretAccessKey\":topsecret}]}",
    "{\"identities\":[{\"secretAccessKey\":\"topsecret}",
    "{\"identities\":[]} topsecret",
    "{\"topsecret\":1;\"topsecret\":2}"
  })
  void the_error_of_what_is_not_json_has_its_place_and_not_its_text(String text) {
    assertThatThrownBy(() -> IdentityJson.read(text.replace(';', ',')))
        .isInstanceOf(BadIdentitiesException.class)
        .hasMessageMatching("it is not JSON at line 1, column [0-9]+");
  }

  @Test
  void the_example_of_the_readme_is_read() throws Exception {
    String readme = Files.readString(Path.of("README.md"));
    Matcher block =
        Pattern.compile("```json\n(\\{\"identities\".*?)```", Pattern.DOTALL).matcher(readme);
    assertThat(block.find()).isTrue();
    assertThat(IdentityJson.read(block.group(1)).withAccessKey("AKIAALICE")).isPresent();
  }

  @Test
  void a_principal_with_two_access_keys_has_the_policies_of_both() throws Exception {
    String policy = ",'policies':[{'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}]";
    IdentityList list =
        IdentityJson.read(list(ALICE + policy, ALICE.replace("AKIAALICE", "AKIATWO") + policy));
    assertThat(list.policies("arn:aws:iam::000000000000:user/alice").orElseThrow()).hasSize(2);
  }

  @Test
  void a_secret_is_never_printed() throws Exception {
    IdentityList list = IdentityJson.read(list(ALICE));
    assertThat(list + " " + list.withAccessKey("AKIAALICE"))
        .contains("AKIAALICE")
        .doesNotContain("topsecret");
  }
}
