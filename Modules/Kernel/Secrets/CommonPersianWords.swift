/// Names, places and words of the country, in Latin letters and in Persian script.
extension CommonWords {
  static let transliterated: StaticString = """
    abadan abadeh abalfazl aban abbas abbasi abhar abi abji abolfazl agha aghaye ahmad ahmadi ahvaz ahwaz akbar akbari alavi alborz
    ali aliakbar aliasghar alireza alizadeh allah allahoakbar almas ameneh amir amirali amirhossein amiri amirmohammad amirreza amol
    amoozesh amozesh amuzesh anar and andimeshk angoor anzali arak arash ardabil ardebil ardeshir ardestan arezoo arezooha arezou
    arezu aria artesh aryai aryan asadi asb aseman asghar asghari ashegh ashegham asheghetam asheghtam asr astara atash atefeh azadeh
    azadi azam azar azerbaijan aziz azizam azizamn azizi azmoun baba babak babam babol bache bacheh bagher bagheri bahar bahareh
    bahman bahram bahrami bakhtiari balochestan baluchestan bam banafsh bandar bandarabbas baradar baran barf barname barnameh basij
    behnam behrooz behrouz behzad behzisty beiranvand berenj besmellah bijan birjand bismillah bist bita bojnord bojnourd booshehr
    boroujerd borujerd boyerahmad bushehr chabahar chahar chaharmahal chai chalus charshanbe chay cyrus dadash dadashi daei daftar dah
    damavand damghan daneshgah daneshjoo daneshjou daneshvar darab daram darius dariush dariyush darman daru darya daryaei davood
    davoodi davoud del delam delbar delbaram dey dezful dirooz diruz dokhtar dokhtaram dolat dooset doosetdaram doost dooste dorood
    dorud doshanbe dostdaram duset east ebrahim ebrahimi edare edareh ehsan ehsani ejtemaei ejtemaie elahe elaheh elham elnaz emad
    emam emamali emamhossein emamreza emrooz emruz emsal esfahan esfahani esfand eshagh eshgh eshgham eshghe eshghman eskandari eslam
    eslamshahr esmaeil esmaeili estaghlal esteghlal esteghlali fallah faramarz farda fardin farhad farhadi fariba farid farideh fars
    farshad farshid farvardin farzad farzaneh fasa fateme fatemeh fathi fatima ferdows ferdowsi fereydoun feridoun firooz firouz
    foolad foroogh forough fuman gandom gerye ghaem ghaemi ghaemshahr ghahve ghalb ghalbam ghanbari ghasem ghasemi ghazal ghazvin
    ghermez gheshm gholam gholami ghom ghoochan ghoran ghorbani gilan gol golam golestan golha golnar golnaz golpayegan golshan
    gonabad gonbad gorbe gorg gorgan goroh gorooh goruh gozarvaje gozarvazhe guilan habib habibi hadi hadis hafez haft haj haji haleh
    ham hamadan hamed hamedan hamiar hamid hamideh hamidi hamidreza hamsar hamsaram hamyaar hamyari hanieh hasan hasani hashem hashemi
    hasht hassan hassani hedieh heidar heidari helia heydar heydari hezar hoda homa hooman hormozgan hosein hoseini hossein hosseini
    houman houshang husein hussein ilam imam iman imani iraj iran irani iranian iranshahr isfahan islam ismail jaan jabbari jafar
    jafari jahrom jalal jalali jamal jamshid jamshidi jan janam jangal javad javadi jigar jigaram jiroft jome jomeh joon joonam
    kabootar kamal kamran karaj karbala karbalaei karbar karbari kargah kargar karim karimi karmand karshenas kashan kashmar kaveh
    kazem kazemi kazeroon kerman kermani kermanshah keshavarzi ketab khadije khadijeh khahar khaharam khak khalili khande khandeh
    khanevade khanevadeh khani khanom khanoom khanum khanvade khayyam khiar khoda khodabandeh khodahafez khodaya khodkar khodro
    khomein khomeini khoozestan khoramabad khorasan khordad khorooj khorramabad khorramshahr khorshid khosro khosrow khoy khuzestan
    kiani kif kish kohgiluyeh kooh koorosh kord kordestan kouh kourosh kurdestan kurdistan kurosh ladan lahijan laleh langarud lar
    larestan leila leyla lorestan madadjo madadjoo madadkar madar madaram madineh madrese madreseh mah mahabad mahalle mahalleh
    mahdavi mahdavikia mahdi mahin mahmood mahmoud mahmoudi mahnaz mahsa mahtab majid majidi majles makkeh malavan malayer maleki
    maliheh maman mamani mandana mani mansoor mansour mansouri maragheh marakez marand marivan marjan markaz markazi marvdasht maryam
    maryami marzieh mashhad mashhadi maskan masood masoome masoud masoumeh masoumi masumeh mazandaran mecca medad mehdi mehdizadeh
    mehr mehran mehrdad mehri mehrnaz meli melika mellat melli melyoon meshkinshahr miandoab milad mina minab minoo mirza mirzaei
    moallem moaseseh moassese moaven moavenat mobile modir modiriat modirkol moein mohamad mohammad mohammadali mohammadi mohammadreza
    mohammadzadeh mohammed mohsen mohseni mojgan mojtaba mokhtari molana montazer moosavi morad moradi mordad mortazavi morteza
    mosalman mosese moshaver moshavereh mostafa mostafavi mousa mousavi movlana mozhgan muhammad muhammed musa musavi muslim nader
    naderi nafas nafasam naghavi naghi nahid najaf najafabad najafi namaz nan narges nargess naser naseri nasim nasrin nassaji nasser
    natanz navid nazanin nazari nazi negar negin neishabour nejad neyshabur niloofar niloufar nima noghre noh noor noori norouz
    norouzi north noruz noshahr nouri nowruz oboor obur oghab omid omidi omidvar omr omram ordibehesht oroumieh orumieh ostad ostan
    ostandari paeez pahlavi paiz palang panj panjshanbe parande parastar parastoo parham pari paria parisa parsa parsabad parsal parsi
    parsian parvaneh parvin pasargad payam payegah paygah payiz paykan pedar pedaram pegah persepolis persepolisi persia persian
    perspolice perspolis pesar pesaram peykan peyman pezeshk pezhu pishgiri poor poorya pooya portaghal pour pouria pouya pride puria
    puya qaemshahr qazvin qeshm qom quchan quran raees rafsanjan rahim rahimi rahman rahmani rais rajab rajabi ramezan ramezani ramin
    ramsar ramz ramze ramzeobur ramzoboor ramzobur rashid rasht rashti rasool rasoul rasouli ray razavi razieh refah refahi rey reza
    rezaee rezaei rezai roghayeh roh rood rooh roosta rooz roqayeh rostam rostami rouhollah roya roza ruhollah rumi rusta ruz saadi
    sabz sabzevar sad sadaf sadat sadegh sadeghi saderat saeed saeedi saeid safar safari sag saghar saghez sahar saipa sajad sajjad
    sakineh sal salam salamat salar saleh salehi salimi salman samad samand samane samaneh samin samira sanandaj sanaz sara sarbaz
    sari sayyed sazeman sazman sefid seh semnan sepah sepahan sepehr sepideh seshanbe setad setare setareh seyed seyyed shab shaban
    shabani shad shadi shaghayegh shah shahab shahanshah shahid shahin shahinshahr shahla shahname shahr shahram shahrdari shahre
    shahrekord shahrestan shahriar shahrivar shahrokh shahroud shahrzad shanbe shanbeh sharif sharifi shayan shemiran sher shesh shia
    shir shiraz shirazi shirin shiva shohar shokri siah siamak siavash sib simin simorgh sina sirjan sistan siyah sobh sohail soheil
    sohrab soleimani soleyman soltani somaye somayeh somesara soorati soraya sorkh south tabas tabestan tabriz tabrizi taghi taher
    tahere tahereh taheri tahmineh tajrish tala talai talesh tara taraneh taremi tashilgar tavakoli tavanbakhshi tavanmand tavanmandi
    tehran tehrani tejarat telefon teraktor tir tonekabon toraj torbat tosehil touraj tractor traktor urmia urmie vahid vahidi varamin
    vorood vorud west yaabalfazl yaali yaghoub yahossein yalda yamahdi yasaman yasamin yasin yasooj yasuj yazahra yazd yazdani yazdi
    yek yekshanbe yosef younes yousef yousefi yunes yusef zabol zadegan zadeh zahedan zahra zahraei zainab zakaria zamani zandi zanjan
    zarand zard zare zarei zeinab zemestan zendegi zendegim zeynab ziba zobahan zohr zohreh
    """

  static let persian: StaticString = """
    آبادان آباده آبان آبجی آبی آتش آذر آذربایجان آرزو آرش آریا آریایی آزاده آزادی آستارا آسمان آشنا آفتاب آقآتابای آقا آقای آققلا
    آقهزمان آمل آمنه آموزش ابراهیم ابراهیمی ابهر ابوالفضل اجتماعی احسان احسانی احمد احمدی اداره اراک ارتش اردبیل اردشیر اردیبهشت
    ارومیه اسب استاد استان استقلال استقلالی اسحاق اسدی اسفند اسلام اسلامشهر اسماعیل اسماعیلی اسکندری اصغر اصغری اصفهان اصفهانی اعظم
    افسران البرز الرحمن الرحیم الله الماس الناز الهام الهه امام امروز امسال امید امیدوار امیدی امیر امیرحسین امیررضا امیرعلی امیرمحمد
    امیری انار انجیراب اندیمشک انزلی انگور اهواز اوزینه اکبر اکبری ایران ایرانشهر ایرانی ایرج ایلام ایمان ایمانی بابا بابام بابل بابک
    باد باران بازی باغشاه باقر باقری بانه بایی بجنورد بختیاری بدراقنوری برادر برف برنامه برنج بروجرد بسم بسیج بلوچستان بندر بندرعباس
    بنفش بهار بهاران بهاره بهرام بهرامی بهروز بهزاد بهزیستی بهمن بهنام بوشهر بویراحمد بچه بیتا بیجار بیرجند بیست بیژن بیکاری تابستان
    تارا تازهآباد تالار تالش تبریز تبریزی تجارت تجریش تحصیل ترانه تراکتور تربت ترک ترکمن تسهیلگر تقی تلفن تنهایی تنکابن تهران تهرانی
    تهمینه توانبخشی توانمند توانمندی تورج توکلی تیر ثریا ثمین جان جانم جباری جعفر جعفری جلال جلالی جمال جمشید جمشیدی جمعه جنوبی جنگل
    جهرم جواد جوادی جوانان جورآباد جون جونم جیرفت جیگر جیگرم حاج حاجی حافظ حامد حبیب حبیبی حدیث حسن حسنآباد حسنی حسین حسینی حمید
    حمیدرضا حمیده حمیدی حیدر حیدری خانم خانواده خانوم خانی خاک خدا خداحافظ خداوند خدایا خدیجه خراسان خرداد خرمآباد خرمشهر خروج خسرو
    خلیلی خمین خمینی خنده خواهر خواهرم خودرو خورشید خوزستان خوی خیام داداش داراب دارم دارو داریوش دامغان دانشجو دانشور دانشگاه داود
    داودی داوود دختر دختران دخترم درمان درود دریا دزفول دفتر دفع دلبر دلبرم دلم دماوند دوست دوستت دوستداران دوستدارم دوشنبه دولت دیروز
    رئیس راضیه رامسر رامین رجب رجبی رحمان رحمانی رحیم رحیمی رزا رستم رستمی رسول رسولی رشت رشتی رشید رضا رضایی رضوی رفاه رفسنجان رقیه
    رمز رمزعبور رمضان رمضانی رهروان روح روحالله رود روز روستا روشنا رویا ریحانه زابل زاده زارع زارعی زاهدان زرد زرند زمانی زمزمه
    زمستان زنجان زندگی زندی زهرا زهرایی زهره زکریا زیبا زینب سادات سارا ساری سازمان ساغر سال سالار سالمندان سامانه ساناز سایپا سبز
    سبزاندیشان سبزوار ستاد ستاره سجاد سحر سرباز سرخ سرخنکلاته سعدی سعید سعیدی سفید سقز سلاق سلام سلامت سلطانی سلمان سلیمان سلیمانی
    سلیمی سمانه سمنان سمند سمیرا سمیه سنندج سنندجی سهراب سهشنبه سهیل سوران سپاه سپاهان سپهر سپیده سکینه سیامک سیاه سیاوش سیب سید
    سیدآباد سیرجان سیستان سیستم سیمرغ سیمین سینا شاد شادی شالمان شالیکوبی شاه شاهرخ شاهرود شاهنامه شاهین شایان شرقی شریف شریفآباد
    شریفی شعبان شعبانی شقایق شمالی شنبه شهاب شهر شهرام شهرزاد شهرستان شهرک شهرکرد شهریار شهریور شهلا شهید شوهر شکری شیخی شیر شیراز
    شیرازی شیرین شیعه شیوا صادرات صادق صادقی صالح صالحی صبح صدرا صدف صفر صفری صمد صورتی طالقانی طاهر طاهره طاهری طبس طلا طلایی ظفریه
    ظهر عاشق عاشقتم عاشقم عاطفه عباس عباسآباد عباسی عبور عزیز عزیزم عزیزی عشق عشقم عصر عظیمی عقاب علوی علی علیآباد علیاصغر علیاکبر
    علیرضا علیزاده عماد عمر عمرم غربی غزل غفور غلام غلامی فارس فاطمه فتاحی فتحی فرامرز فرجه فردا فردوس فردوسی فردین فرزاد فرزانه فرشاد
    فرشید فرهاد فرهادی فروردین فروغ فریبا فرید فریده فریدون فسا فضای فلاح فولاد فومن فیروز قائم قائمشهر قادری قاسم قاسمی قرآن قربانی
    قرمز قروه قزل قزوین قشلاق قشم قطارچیان قلب قلبم قلعهحسن قنبری قهوه قوچان لادن لار لاله لاهیجان لرستان لنگرود لیلا مؤسسه مادر مادرم
    مازندران مامان مامانی ماندانا مانی ماه مجتبی مجلس مجید مجیدی محسن محسنی محله محمد محمدرضا محمدزاده محمدعلی محمدی محمود محمودی
    مختاری مداد مددجو مددکار مدرسه مدیر مدیرکل مدینه مراد مرادی مراغه مرتضوی مرتضی مرجان مرداد مرضیه مرند مرودشت مرکز مرکزی مریم
    مریوان مریوانی مسعود مسلمان مسکن مشاور مشاوره مشهد مشهدی مصرف مصطفوی مصطفی معاون معاونت معصومه معصومی معلم معین ملاغه ملایر ملت
    ملوان ملکی ملی ملیحه ملیکا منتظر منصور منصوری مهاباد مهتاب مهدوی مهدی مهر مهران مهرداد مهرناز مهرورزان مهری مهسا مهناز مهین مواد
    موبایل موسسه موسوی موسی مولانا مژگان مکه میاندوآب میرزا میرزایی میلاد میلیون مینا میناب مینو نادر نادرست نادری نازنین نازی ناصر
    ناصری نامجو نان ناهید نایسر نجف نجفآباد نجفی ندا نرگس نسرین نسیم نطنز نظری نفس نفسم نقره نقوی نقی نماز ننله نور نورآوران نوروز
    نوروزی نوری نوشهر نوید نژاد نگار نگین نیشابور نیلوفر نیما نیکاندیشان هادی هاشم هاشمی هاله هانیه هدی هدیه هرمزگان هزار هشت هفت هلیا
    هما همدان همدلان همسایهها همسر همسرم همیار همیاران همیاری هوشنگ هومن هیوا وحید وحیدی ورامین ورود ویلاشهر پارس پارسا پارسال پارسی
    پارسیان پاسارگاد پایگاه پاییز پدر پدرم پراید پرتقال پرتو پرستار پرستو پرسپولیس پرنده پرهام پروانه پروین پری پریا پریسا پزشک پسر
    پسرم پسماند پسورد پلنگ پلیس پنج پنجشنبه پور پورقلی پوریا پویا پژو پگاه پیام پیرمحمد پیشگیری پیمان پیوند پیکان چابهار چالوس چای
    چایبویین چناران چنگیز چهار چهارباغ چهارشنبه چهارمحال ژاله کاربر کاربری کارشناس کارمند کارگاه کارگر کازرون کاشان کاشمر کاظم کاظمی
    کامران کانی کاوه کبوتر کتاب کتول کربلا کربلایی کرج کردستان کردکوی کرمان کرمانشاه کرمانی کریم کریمی کشاورزی کمال کمبود کهگیلویه
    کودکان کوروش کوزله کوشا کوه کوهستانی کوی کیانی کیش کیف گذرها گذرواژه گربه گروه گرگ گرگان گرگانی گریزه گریه گلستان گلشن گلم گلنار
    گلناز گلها گلپایگان گناباد گنبد گنبدکاووس گندم گیلان یاحسین یازهرا یاسمن یاسمین یاسوج یاسین یاعلی یامهدی یاوران یزد یزدانی یزدی
    یعقوب یلدا یوسف یوسفی یونس یکشنبه
    """
}
