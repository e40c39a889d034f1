/// The words that passwords are made of most often, here and elsewhere, in lower case and without substitutions: what a guesser
/// tries first. Years, dates and numbers of telephones are no entries, since any short number counts as well known.
enum CommonWords {
  /// Whatever the script, in the form in which likeness is judged.
  static let all: Set<[Unicode.Scalar]> = Set(
    [english, transliterated, persian].flatMap { list in
      "\(list)".split(whereSeparator: \.isWhitespace).map { Array($0.unicodeScalars) }
    })

  /// For each run on a keyboard or of an alphabet, forwards and backwards, the pairs of neighbours in it; also any of its
  /// characters repeated.
  static let steps: [Set<[Unicode.Scalar]>] = runs.flatMap { run -> [Set<[Unicode.Scalar]>] in
    let scalars = Array(run.unicodeScalars)
    let forwards = zip(scalars, scalars.dropFirst()).map { [$0, $1] }
    let repeats = scalars.map { [$0, $0] }
    return [Set(forwards), Set(forwards.map { $0.reversed() }), Set(repeats)]
  }

  private static let runs = [
    "01234567890", "qwertyuiop[]", "asdfghjkl;'", "zxcvbnm,./", "!@#$%^&*()", "abcdefghijklmnopqrstuvwxyz",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik", "qazwsxedcrfvtgbyhnujmik", "1q2w3e4r5t6y7u8i9o0p", "135792468",
    "ضصثقفغعهخحجچ", "شسیبلاتنمکگ", "ظطزرذدپو", "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
  ]

  private static let english: StaticString = """
    aaa aaron abc abcd abcde abcdef abigail access account accounting accounts acer adam admin administrator ajax alan albert
    alexander alexandra alexis alice alien alone always amanda amazon amber america american amy anakin andrea andrew android angel
    angela angels ann anna anonymous anthony anybody anything apple april arsenal arthur asd asdf asdfg asdfjkl asdqwe asdzxc ashley
    asus audi august aunt austin autumn avatar azerty baby babyboy babygirl backup bad bailey bambi banana bank banking bar barbara
    barbie barcelona baseball basketball batman bayern baz bbb beach bear beatles beautiful beckham behzisti believe bella benjamin
    best betty beverly bible big bike bilbo billion billy bird black blink blue bmw boat bobby bond boomer boston boxing brandon
    braveheart brazil bread brenda brian bridge brittany bronze brother brown bruce bryan buddy bugatti bulls bunny burger buster
    butter butterfly bye california camel canada candy captain car carl carol carolyn cash casper cat catherine cde celtic chair
    champion champions change changeme charles charlie charlotte cheese cheetah chelsea cherry cheryl chester chevrolet chicago
    chicken china chocolate christ christian christina christine christopher church cinnamon cisco city class cloud cobra coffee
    college commander computer confidential cookie cookies cool cooper corvette counter cousin cow cowboys crazy cricket crystal cute
    cynthia dad daddy daisy dallas dance dancer dancing daniel danielle dark darling data database daughter david davidson dead dear
    death debian deborah debra december deer default dell demo demon denise dennis deputy desert desktop develop developer development
    devil diablo diamond diana diane director disney doctor dodge dog dollar dolphin donald donna doom door doris dorothy dortmund
    douglas dragon dream dreamer dreams drift driver drums ducati duck dummy dvorak dylan eagle eagles earth edc edward eight elephant
    elizabeth emerald emily eminem emma employee engine engineer england english enter eric ethan evelyn evening everybody everything
    evil example exit facebook faith fake falcon fall family fast father fdsa february felix ferrari fighter film finance fire
    firewall first fish five florida flower flowers foo foobar football ford forest forever fortnite four fox france frances frank
    freedom friday friend friends friendship frodo funny furious gabriel galaxy game gamer games gaming gandalf garden garfield gary
    general george gerald germany gfdsa ghost ginger giraffe gizmo gladiator gloria gmail goat god godfather goku gold golden golf
    good goodbye goofy google goose gorgeous grace grandma grandpa grape gray great green gregory grey guest guitar halo hamyar
    handsome hannah happy harley harold harrypotter hawk heather heaven helen hell hello hellokitty henry hero hey hiphop history
    hobbit hockey holmes home honda honey hope horse hot hotmail hour house how huawei hulk hundred hunter husband hyundai ice ilove
    iloveyou inception india instagram intel inter internet ipad iphone ipsum iris ironman isabella island italy jack jacob jacqueline
    jaguar james jamesbond janet janice january japan jasmine jason jazz jean jeep jeffrey jennifer jeremy jerry jesse jessica jesus
    joan joe john joker jonathan jordan jose joseph joshua joyce juan judith judo judy julia julie july june justice justin juventus
    karate karen katherine kathleen kathryn kawasaki kayla keith kelly kenneth kevin keyboard kia killer kimberly king kirk kitchen
    kitten kitty knight korea kyle lakers lamborghini laptop larry last laura lauren lawrence lawyer legend legolas lemon lenovo
    leopard letmein letter lexus liberty life light lightning lily linda linkedin linkin linux lion lisa little live liverpool living
    lkjh lkjhg logan login logon logout london lorem lori louis love lovely lover loves loveyou loving lucky lucy macintosh madison
    madrid maggie magic major management manager manchester mango maradona march margaret maria marie marilyn mario mark martha mary
    master math matrix matthew maverick max may maybe mazda mega megan melissa melon mercedes merlin messi metal metallica mexico
    michael michelle mickey microsoft midnight milan million mine minecraft minnie minute mistress mnbv mnbvc modem molly mom mommy
    monday money monitor monkey monster moon morning mother motor mountain mouse movie munich music mustang mypass mypassword myself
    myspace nancy naruto natalie nathan nemo netflix network never new newpassword newyear newyork next neymar nice nicholas nicole
    night nine ninja nintendo nirvana nissan nitro noah nobody nokia none noon nopassword nothing november null nurse nvidia ocean
    october office officer old oldpassword olivia one open operator oracle orange oscar ours outlook packers pamela panther paris park
    pass passcode passkey passpass passphrase passwd password passwordl passwort patricia patrick patriots paul peace peach pearl pele
    pepper peter peugeot philip phoenix piano picard pikachu pilot pink pirate pizza plane planet platinum play player playstation
    please poiuy poiuyt pokemon police pony pooh porsche potter power predator pretty prince princess printer private production puppy
    purple qaz qazwsx qazxsw quake queen qwe qweasd qweasdzxc qwer qwert qwerty rabbit rachel racing raiders rain rainbow rambo randy
    ranger rangers raptor raymond realmadrid rebecca red redsox renault replace rewq rfv rich richard river road robert roblox robot
    rock rocky roger ronald ronaldo room root rose roses router ruby rugby run russell russia ruth ryan salt sam samantha sammy sample
    samsung samuel samurai sandra sarah saturday sauron scarface school science scooter scott sea sean season second secret secrets
    secure security september sergeant server service services seven sexy shadow shark sharon sheep sherlock ship shirley signin
    signon silver simba singer sister six sky skywalker slipknot small smile smiling smokey snake sniper snoopy snow soccer soldier
    somebody something son sonic sony sophia sophie sorry space spain sparky speed spider spiderman spock spring staff staging star
    starcraft stars start startrek starwars steelers stephanie stephen steven stop storm strawberry street strike strong student sugar
    summer sun sunday sunshine super superman supervisor support susan suzuki sweet sweetheart sweetie swimming switch system systems
    table tarzan tea teacher telegram temp temporary ten tennis teresa terminator terry test tester testing tests texas tgb thanks
    thankyou that thepassword theresa this thomas thousand three thunder thursday tiger tigger tiktok timothy titanic today together
    tomorrow toor toshiba toyota train trewq truck trust trustno trustnol tucker tuesday tulip turbo turkey turtle twitter two tyler
    ubuntu ujm ultra uncle united universe university unknown user username users vader vampire vanilla victoria victory vincent
    violet violin viper virginia volleyball volvo walter warcraft warrior warriors wasd water wednesday welcome whale what whatever
    whatsapp wheels when where white who why wife wifi william willie wind window windows winner winter wireless wish witch wizard
    wolf wolverine word work world wrestling wsx xbox xiaomi xsw xxx xyz yahoo yamaha yankees yellow yes yesterday yhn yoda
    yourpassword yours youtube ytrewq zachary zaq zaql zaqwsx zebra zelda zero zidane zombie zorro zxc zxcv zxcvb zzz
    """
}
