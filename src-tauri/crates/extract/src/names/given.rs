//! Common given names, and whether they are a woman's. Names that are as often a man's as a woman's (Alex, Chris, Kim,
//! Jordan, Robin, Sam …) have no gender here, and names that are as often a place's or an ordinary word's are left out.

use phf::{Map, phf_map};

/// Whether somebody is a woman, where a word tells.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gender {
    pub(super) female: Option<bool>,
}

/// Whether a common given name is a woman's; nothing if it is no given name.
pub(super) fn given(word: &str) -> Option<Gender> {
    GIVEN.get(word).map(|female| Gender { female: *female })
}

/// The names in lower case, and whether they are a woman's.
#[rustfmt::skip]
static GIVEN: Map<&str, Option<bool>> = phf_map! {
    // Anybody's.
    "alex" | "andrea" | "ashley" | "charlie" | "chris" | "dana"
    | "jackie" | "jamie" | "jean" | "jess" | "jo" | "jody" | "kelly" | "kerry" | "kim" | "lee"
    | "leslie" | "lindsay" | "lynn" | "nicky" | "nikita" | "pat" | "robin"
    | "sacha" | "sam" | "sasha" | "sandy" | "stacy" | "taylor" | "terry" | "toni" | "tracy" => None,
    "aaron" | "abdul" | "abdullah" | "abraham" | "adam" | "adrian" | "ahmad" | "ahmed" | "alan" | "alasdair" | "albert"
    | "alberto" | "alejandro" | "aleksandr" | "alexander" | "alexandre" | "alexei" | "alfred" | "ali" | "alistair"
    | "allan" | "allen" | "alvaro" | "amir" | "anders" | "andre" | "andreas" | "andrei" | "andrew" | "andriy" | "andrzej"
    | "andy" | "angus" | "anthony" | "antoine" | "anton" | "antonio" | "antony" | "anwar" | "archie" | "arjun" | "arnold"
    | "arthur" | "arturo" | "ashok" | "aung" | "barack" | "barry" | "bashar" | "ben" | "benedict" | "benjamin" | "benny"
    | "bernard" | "bernie" | "bert" | "bill" | "billy" | "björn" | "bob" | "bobby" | "boris" | "brad" | "bradley"
    | "brendan" | "brett" | "brian" | "bruce" | "bruno" | "bryan" | "carl" | "carlo" | "carlos" | "cecil" | "cedric"
    | "cesar" | "charles" | "christopher" | "clarence" | "claude" | "clement" | "clifford" | "clive"
    | "colin" | "connor" | "craig" | "curtis" | "cyril" | "cyrus" | "damian" | "damien" | "dan" | "daniel" | "danny"
    | "darren" | "dave" | "david" | "davide" | "declan" | "denis" | "dennis" | "derek" | "dermot" | "desmond" | "didier"
    | "diego" | "dimitri" | "dirk" | "dmitri" | "dmitry" | "dmytro" | "dominic" | "donald" | "doug"
    | "douglas" | "duncan" | "dwight" | "dylan" | "eamonn" | "ed" | "eddie" | "edgar" | "eduardo" | "edward" | "edwin"
    | "elliot" | "elon" | "emanuel" | "emil" | "emilio" | "emmanuel" | "enrico" | "enrique" | "eric" | "erik" | "ernest"
    | "ernesto" | "ethan" | "eugene" | "evan" | "evgeny" | "ewan" | "fabio" | "felipe" | "felix" | "fernando" | "fidel"
    | "finn" | "francesco" | "francisco" | "francis" | "franco" | "gabriel" | "frank" | "franklin" | "franz" | "fred" | "frederick" | "fritz"
    | "fumio" | "gareth" | "gary" | "gavin" | "geoff" | "geoffrey" | "georg" | "george" | "georges" | "gerald" | "gerard"
    | "gerhard" | "giorgio" | "giovanni" | "giuseppe" | "gilbert" | "glen" | "glenn" | "gordon" | "graham" | "greg"
    | "gregory" | "guillaume" | "guido" | "gustavo" | "hamid" | "hans" | "harold" | "harry" | "harvey" | "hassan"
    | "hector" | "heinrich" | "helmut" | "henri" | "henry" | "herbert" | "herman" | "hiroshi" | "horst" | "howard"
    | "hugh" | "hugo" | "humphrey" | "hussein" | "iain" | "ian" | "ibrahim" | "igor" | "imran" | "isaac" | "ismail"
    | "ivan" | "ivor" | "jack" | "jacob" | "jacques" | "jair" | "jake" | "james" | "jared" | "jason" | "javier"
    | "jeff" | "jeffrey" | "jens" | "jeremy" | "jerome" | "jerry" | "jesus" | "jim" | "jimmy" | "joachim" | "joe" | "joel"
    | "johan" | "johannes" | "john" | "johnny" | "jon" | "jonas" | "jonathan" | "jorge" | "jose" | "josé" | "josef"
    | "joseph" | "josh" | "joshua" | "juan" | "jude" | "julian" | "julio" | "jürgen" | "justin" | "kamal" | "karl"
    | "keir" | "keith" | "kemal" | "ken" | "kenneth" | "kevin" | "khalid" | "kofi" | "konstantin" | "kristian" | "kurt"
    | "kwasi" | "kyle" | "larry" | "lars" | "laurence" | "laurent" | "lawrence" | "leo" | "leon" | "leonard" | "leonardo"
    | "leonid" | "lewis" | "liam" | "lionel" | "lloyd" | "lorenzo" | "lou" | "louis" | "luc" | "luca" | "lucas" | "luigi"
    | "luis" | "luiz" | "luke" | "mahmoud" | "malcolm" | "manuel" | "marc" | "marcel" | "marco" | "marcus" | "mario"
    | "mark" | "markus" | "martin" | "marvin" | "massimo" | "matt" | "matteo" | "matthew" | "matthias"
    | "maurice" | "max" | "maxim" | "maximilian" | "mehmet" | "michael" | "michel" | "miguel" | "mike" | "mikhail"
    | "mitch" | "mitt" | "mohamed" | "mohammad" | "mohammed" | "moses" | "muhammad" | "mustafa"
    | "narendra" | "nathan" | "neil" | "nelson" | "niall" | "nicholas" | "nick" | "nicolas" | "nigel" | "nikolai" | "noah"
    | "noel" | "norman" | "olaf" | "oleg" | "oliver" | "olivier" | "omar" | "oscar" | "osama" | "otto" | "owen"
    | "pablo" | "paolo" | "pascal" | "patrick" | "paul" | "paulo" | "pavel" | "pedro" | "peter" | "petr" | "petro" | "phil"
    | "philip" | "philippe" | "phillip" | "pierre" | "pieter" | "piotr" | "rafael" | "rahul" | "raj" | "rajiv" | "ralph"
    | "ramon" | "raul" | "ray" | "raymond" | "recep" | "reginald" | "reinhard" | "rené" | "ricardo" | "richard" | "rick"
    | "rishi" | "rob" | "robert" | "roberto" | "rod" | "rodney" | "rodrigo" | "roger" | "roland" | "rolf"
    | "ronald" | "ron" | "rory" | "ross" | "rowan" | "roy" | "rudolf" | "rudy" | "rupert" | "russell" | "ryan" | "saddam"
    | "sadiq" | "sajid" | "salman" | "samuel" | "sanjay" | "scott" | "sean" | "sebastian" | "serge" | "sergei" | "sergey"
    | "sergio" | "seth" | "shane" | "shaun" | "shinzo" | "sidney" | "silvio" | "simon" | "spencer" | "stan" | "stanley"
    | "stefan" | "stephane" | "stephen" | "steve" | "steven" | "stewart" | "stuart" | "sven" | "ted" | "terence" | "thabo"
    | "theo" | "theodore" | "thierry" | "thomas" | "tim" | "timothy" | "tobias" | "toby" | "todd" | "tom" | "tomas"
    | "tommy" | "tony" | "trevor" | "tristan" | "ulrich" | "umberto" | "vaclav" | "vicente" | "victor" | "viktor" | "vince"
    | "vincent" | "vitaly" | "vladimir" | "volodymyr" | "walter" | "warren" | "wayne" | "werner" | "wilfred" | "wilhelm"
    | "william" | "willie" | "winston" | "wolfgang" | "xavier" | "yitzhak" | "yuri" | "yusuf" | "yves" | "zachary" => Some(false),
    "abigail" | "ada" | "adele" | "agnes" | "aisha" | "alana" | "alexandra" | "alice" | "alicia" | "alison" | "allison"
    | "amanda" | "amelia" | "amina" | "amy" | "ana" | "anastasia" | "angela" | "angelina" | "anita" | "ann"
    | "anna" | "annabel" | "anne" | "annette" | "annie" | "antonia" | "astrid" | "audrey" | "ayesha" | "barbara" | "beatrice"
    | "becky" | "belinda" | "benazir" | "bernadette" | "beth" | "betty" | "beverley" | "bianca" | "birgit" | "brenda"
    | "bridget" | "brigitte" | "camilla" | "camille" | "cara" | "carla" | "carmen" | "carol" | "carole"
    | "caroline" | "carolyn" | "carrie" | "catalina" | "catherine" | "cathy" | "cecilia" | "celia" | "charlotte" | "cherie"
    | "cheryl" | "chloe" | "christina" | "christine" | "cindy" | "claire" | "clara" | "clare" | "claudia" | "condoleezza"
    | "cristina" | "cynthia" | "daisy" | "daniela" | "danielle" | "daphne" | "dawn" | "deborah" | "debbie" | "deirdre"
    | "delia" | "denise" | "diana" | "diane" | "dilma" | "donna" | "doreen" | "doris" | "dorothy" | "edith"
    | "eileen" | "elaine" | "eleanor" | "elena" | "elisa" | "elisabeth" | "elise" | "eliza" | "elizabeth" | "ella" | "ellen"
    | "elsa" | "elsie" | "emilia" | "emily" | "emma" | "erica" | "erika" | "erin" | "esther" | "eva" | "eve" | "evelyn"
    | "fatima" | "felicity" | "fiona" | "francesca" | "françoise" | "frederica" | "freya" | "gabriela"
    | "gabrielle" | "gail" | "gemma" | "georgina" | "geraldine" | "gertrude" | "gillian" | "gina" | "giorgia"
    | "gisele" | "gladys" | "gloria" | "greta" | "gwen" | "hannah" | "harriet" | "hazel" | "heather" | "heidi" | "helen"
    | "helena" | "helene" | "helga" | "henrietta" | "hilary" | "hilda" | "hillary" | "ida" | "imelda" | "indira" | "ines"
    | "ingrid" | "irene" | "irina" | "isabel" | "isabella" | "isabelle" | "ivana" | "ivanka" | "jacinda" | "jacqueline"
    | "jane" | "janet" | "janice" | "jeanette" | "jeanne" | "jenna" | "jennifer" | "jenny" | "jessica" | "jill" | "joan"
    | "joanna" | "joanne" | "josephine" | "joyce" | "juanita" | "judith" | "judy" | "julia" | "juliana" | "julie"
    | "juliet" | "justine" | "kamala" | "karen" | "karin" | "kate" | "katherine" | "kathleen" | "kathryn" | "kathy" | "katie"
    | "katja" | "katrina" | "katya" | "kirsten" | "kirsty" | "kristen" | "kristin" | "kristina" | "lara" | "larissa"
    | "laura" | "lauren" | "leah" | "leila" | "lena" | "leonora" | "lesley" | "lilian" | "lillian" | "lily" | "linda"
    | "lisa" | "liz" | "liza" | "lois" | "lorna" | "lorraine" | "louisa" | "louise" | "lucia" | "lucinda" | "lucy"
    | "ludmila" | "lydia" | "lynda" | "lynne" | "madeleine" | "maggie" | "malala" | "mandy" | "manuela" | "marcia"
    | "margaret" | "margarita" | "margot" | "maria" | "mariam" | "marianne" | "marie" | "marilyn" | "marina" | "marion"
    | "marjorie" | "marlene" | "marta" | "martha" | "martina" | "mary" | "matilda" | "maureen" | "maya" | "megan"
    | "meghan" | "melania" | "melanie" | "melinda" | "melissa" | "mia" | "michaela" | "michele" | "michelle"
    | "miranda" | "miriam" | "moira" | "molly" | "monica" | "monika" | "muriel" | "myriam" | "nadia" | "nancy" | "naomi"
    | "natalia" | "natalie" | "natasha" | "nicola" | "nicole" | "nina" | "noor" | "nora" | "norma" | "oksana" | "olena"
    | "olga" | "olivia" | "oprah" | "pamela" | "patricia" | "paula" | "pauline" | "penelope" | "penny" | "petra" | "philippa"
    | "phyllis" | "polly" | "priscilla" | "priti" | "priya" | "rachel" | "rania" | "raquel" | "rebecca" | "regina"
    | "renata" | "renee" | "rhiannon" | "rita" | "roberta" | "rosa" | "rosalind" | "rosemary" | "rosie" | "ruth" | "sabrina"
    | "sally" | "samantha" | "samira" | "sandra" | "sanna" | "sara" | "sarah" | "selena" | "selma" | "serena" | "sharon"
    | "sheila" | "shirley" | "silvia" | "simone" | "siobhan" | "sonia" | "sophia" | "sophie" | "stella"
    | "stephanie" | "sue" | "susan" | "susanna" | "susanne" | "suzanne" | "svetlana" | "sylvia" | "tamara" | "tania"
    | "tanya" | "tara" | "tatiana" | "teresa" | "tessa" | "theresa" | "tina" | "ulrike" | "ursula" | "valentina" | "valerie"
    | "vanessa" | "vera" | "veronica" | "vicky" | "viola" | "vivian" | "vivien" | "wendy"
    | "whitney" | "wilma" | "winifred" | "yasmin" | "yolanda" | "yulia" | "yvette" | "yvonne" | "zainab" | "zara" | "zoe" => Some(true),
};
