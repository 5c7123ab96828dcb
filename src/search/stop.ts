/** Words that only make a sentence or a story of a question, whatever the topic. Neither searched for nor indexed. */
export const STOP: ReadonlySet<string> = new Set(
  `a about after all also am an and any are as at be because been but by can could did do does doing done dont
    during each for from get gets getting got had has have having he her here hey hi how i if im in into is isnt it
    its ive just let like me my need of on one only or our out please should so some still such than thank thanks
    that the their them then there these they thing this those to too try trying up us used using very want was way
    we were what whats when where which while who why will with work works working would wont you your didn doesn
    isn wasn aren couldn shouldn wouldn hasn haven don won t s re ve ll d m now stuff suddenly else everywhere few
    anyway actually really maybe already again always never ever somehow basically seems seem looks look kinda gonna
    wanna cant lol pls plz thx btw yes no ok okay well whole lot bit quite much many more most other others another
    same everything anything something nothing someone anyone everybody somebody people guys know think tell say
    says said see find found going goes go come comes put take makes make made bad good nice best everyone today
    yesterday week since until yet once first though although however instead even soon moment ish doesnt didnt
    hasnt havent arent wasnt werent shouldnt couldnt wouldnt supposed supposedly exactly properly weird guess
    apparently probably obviously currently honestly literally pretty boss colleague colleagues mate dude buddy
    folks doable usable feasible allowed fine safe wants complain complains wrong survive survives laptop little
    tiny spit spits problem problems around team half care proper anymore friendly mention mentions touch straight
    dead anywhere matter matters thought trick onto mine drag bring brings somewhere rather flip plus place along
    nag nags chance nobody whatever idea ideas happy wrote later least forever meant forget earth claim claims
    insist insists understand great flavour flavor hate stuck noise sure feel told story past sane afaik bunch far
    anybody sort usual twice boom hack friend thingy roughly couple perfectly love yell yells hopeless tho slap
    surprise surprised sprint ppl blow noob brand thru remember sprinkle whine whines trouble beginner impossible
    acme contoso foo prod worky nah heard seriously hopefully definitely ran went itself myself themselves known via
    gives complaining happens happen happening nope yep dunno wondering curious`.split(/\s+/),
);
