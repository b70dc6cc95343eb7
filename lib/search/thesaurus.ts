import { splitWords, stem } from "./words.ts";

/**
 * Everyday words for the same thing, by what companies do: people ask in one, documents are written in another. Kept to
 * plain English that holds for any company; what a company calls its own things belongs into its documents.
 */
const groups: Record<string, string> = {
  commerce: `buy purchase acquire; sell sale; shop store outlet; cart basket; product item article goods; price cost; discount rebate reduction; coupon voucher promo; order purchase;
    seller vendor merchant supplier; buyer purchaser shopper customer; return refund; stock inventory; catalog catalogue assortment; receipt invoice bill; delivery shipment shipping; parcel package;
    warehouse depot; category kind type class; brand make; gift present; offer deal; subscription membership; checkout payment; review rating feedback; fraud risk`,
  money: `payment charge; payout withdrawal; transfer remittance wire; money funds cash currency; balance credit; loan credit lending; tax vat duty; fee charge commission; salary wage pay payroll; budget spending expense expenditure;
    share stock equity security; investment asset; crypto cryptocurrency coin token; wallet purse; debt liability; account ledger; bank institution; exchange conversion; quote price; cheque check; donation gift; insurance coverage policy; claim case;
    authorize authorise approve; interest rate; card creditcard; cvc cvv; statement report; payee recipient beneficiary`,
  people: `employee worker staff personnel; employer company; boss manager supervisor; colleague coworker peer collaborator; user person member people; customer client; guest visitor; hire recruit; job position vacancy; candidate applicant; resume cv;
    absence leave vacation holiday; team group crew; attendee participant; teacher instructor trainer tutor; student pupil learner; class course lesson training; school college university; degree qualification; grade mark score;
    friend contact connection; follower subscriber; owner holder; author writer creator; child kid minor; doctor physician; patient client; nurse caregiver; role permission; invitation invite; birthday birthdate; gender sex; nickname alias`,
  places: `address location place; city town; country nation; region area zone district; street road; home house residence; building facility property; room space; map chart; distance range; near nearby close; position location coordinates; postcode zip postal; office branch site; hospital clinic; pharmacy drugstore; shelter refuge`,
  travel: `flight plane airplane aircraft; airport terminal; train rail railway; car vehicle automobile; truck lorry; bike bicycle; ship vessel boat; bus coach; trip journey travel ride; hotel accommodation lodging; booking reservation; book reserve; ticket admission pass; seat place; luggage baggage;
    passenger traveller traveler; delay disruption; departure leaving; arrival coming; route path way; driver chauffeur; license licence; plate registration; fuel gas petrol diesel; parking garage; toll fee; schedule timetable calendar; charger charging`,
  time: `date day; hour time; year annual yearly; month monthly; week weekly; day daily; start begin beginning; end finish; deadline due; current now today; latest newest recent last; upcoming next future; past previous history; duration length; schedule plan; appointment meeting; event occasion; reminder alert; early premature; late delayed`,
  messages: `message text sms; mail email; letter mail; call phone telephone; conversation chat dialog; channel room; notification alert notice; send dispatch deliver; receive get; reply answer respond response; recipient receiver addressee; sender originator; broadcast announcement; attachment file; newsletter mailing; voice speech audio; recipient subscriber; spam junk; bulk batch mass; template draft; signature signing sign`,
  media: `picture image photo photograph; video movie film clip; song track music; sound audio; playlist list; album record; book title; article post story; news headline press; newspaper publisher; journalist reporter; podcast episode; stream streaming; camera webcam; screenshot capture; picture drawing; game match; player user; team club; score result; lyrics text; artist musician; subtitle caption; thumbnail preview; like favorite favourite; comment remark; tag label; caption title`,
  nature: `weather forecast climate; temperature heat; rain precipitation; wind breeze; wet moisture humidity; soil ground earth; air atmosphere; pollution emission; carbon co2; earthquake quake; fire blaze; storm hurricane; sun solar; light brightness lighting; electricity power energy; water hydro; plant tree; animal pet; disease illness infection; drug medicine medication; food meal dish; recipe cooking; nutrition calorie; planet star; lamp light; measure measurement reading; sensor device; noise sound`,
  machines: `server machine host computer instance; start launch boot run; stop halt shut; restart reboot; deploy release rollout; container pod; cluster pool; network net; firewall filter; disk volume storage; backup snapshot; log journal record; metric measurement; monitor watch observe; uptime availability; outage downtime incident; error failure fault exception; broken damaged defective; damage harm defect; fail failed failure; bug defect issue; alarm alert; queue topic; job task; worker runner; pipeline workflow; build compile; test check; branch fork; commit change; version revision release; key secret credential token; password passcode pin; login signin; logout signout; website site page; link url; webhook callback hook; script program code; setting preference option configuration; plan tier; usage consumption; limit quota; device appliance terminal; firmware software; driver adapter; domain zone; certificate cert; index catalog; query question; cache buffer; cloud hosting`,
  work: `document file paper; folder directory; form questionnaire survey; contract agreement; approve accept confirm; reject decline deny refuse; approval confirmation consent; task todo assignment; project initiative; board kanban; goal objective target; report summary overview; summarize summarise shorten; translate translation; extract read parse; convert transform change; compare diff; merge combine join; split divide; copy duplicate clone; move transfer; share distribute; search find; filter narrow; sort order; import load; export download; print output; lock block; unlock release unblock; block ban blacklist deny; allow permit whitelist; archive store keep; keep retain retention; restore recover undelete; note memo remark; idea suggestion proposal; lead prospect opportunity; campaign promotion; case ticket issue request; complaint grievance; request ask; help support assistance; helpful useful; verify validate check confirm; correct fix clean repair; history log changes; list overview; detail information; number count amount total sum; percentage rate; average mean; random arbitrary; fake dummy placeholder sample; joke humor; quote citation; word term; language tongue; meaning definition; spelling orthography; sentiment mood; topic subject theme; feature function capability; state status; condition state; enable activate on; disable deactivate off; available free; owner proprietor; show display; picture screenshot`,
};

/** For each word, by its stem, the stems of words that are used for the same. */
export const related: ReadonlyMap<string, readonly string[]> = collect();

function collect(): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const group of Object.values(groups).flatMap((text) => text.split(";"))) {
    const stems = [...new Set(splitWords(group).map(stem))];
    for (const word of stems) {
      const others = found.get(word) ?? new Set();
      for (const other of stems) if (other !== word) others.add(other);
      found.set(word, others);
    }
  }
  return new Map([...found].map(([word, others]) => [word, [...others]]));
}
