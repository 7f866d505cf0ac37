//! Surnames that are no words, places or firms, in alphabetical order: the commonest of the United States by the
//! Census Bureau's count of 2000 (a work of the government, in the public domain), and, by hand, those of people
//! whom the news names by them alone.

use crate::lexicon::list::Sorted;

/// See above.
pub const SURNAMES: Sorted = Sorted(
    "abrams acevedo acosta adams adkins aguilar aguirre albanese albright alford alito alston altman alvarado \
     alvarez andersen anderson andrade arafat archer ardern arellano arias armstrong arroyo assange atkins \
     atkinson avalos avila ayala ayers bacon ballard bannon barajas barlow barnett barr barrera barrett barron \
     bartlett barton bauer bautista beard beasley beatty beck belcher beltran bender benitez bennett benson \
     benton berg berger berlusconi bernal bernanke bezos bhutto biden blackwell blair blake blanchard blanco \
     blankenship blevins boehner boggs bolsonaro bonilla bonner boone boric bowen bowers bowman boyce boyer boyle \
     bradford bradshaw brady brandt braun bray briggs britt britton brock brooks broussard browning buchanan \
     buckley buffett buhari bullock burch burgess burks burnett burris burt buttigieg byers byrd byrne cabrera \
     cain calderon caldwell calhoun callahan camacho campos cano cantrell cantu cardenas carey carlson carney \
     carr carrillo carson carter carver cassidy castaneda castillo castro cervantes chamberlain chandler chaney \
     chang chapman chavez cheney cheng childers childs choi christensen chung cisneros clements clemons cline \
     clinton cobb cochran coffey cohen coleman collier combs comey compton conley conner connolly conrad \
     contreras conway cooke cooley copeland corbett corbin corbyn corona correa cortes cortez costello covington \
     cowan crabtree cramer crosby crowe crowley cruz cuevas cummings cunningham cuomo dailey dale daly daniels \
     darwin daugherty davenport davies davila davis dawson decker dejesus delacruz delaney delarosa deleon \
     delgado dempsey denton desantis dewitt dickerson dickson dillon dixon dodd dodson doherty dolan dominguez \
     donahue donaldson donnelly donovan dorsey dotson dougherty downey doyle draghi duarte dudley duffy dunbar \
     dunlap dunn duque duran duterte dwyer dyer einstein ellison elmore emery enriquez erdogan erickson escobar \
     esparza espinosa espinoza esquivel estes estrada evans everett ewing farage farley farrell farris fauci \
     faulkner ferguson fernandez ferrell fetterman figueroa finch fink finley fischer fitzgerald fitzpatrick \
     flanagan flores floyd flynn foley fowler franks frazier freeman freud frey friedman frost frye fuentes \
     fujimori gaddafi gaines galindo gallagher gallegos galloway galvan gantz garcia gardner garland garza gentry \
     ghani gibbons gibbs gibson giles gill gillespie gilliam gilmore giuliani gleason glover godfrey goff \
     goldberg goldstein gonzales gonzalez goodman goodwin gorbachev gorman gorsuch goss gould grady greenspan \
     greer griffin griffith grimes guerra guerrero guevara gustafson guterres guthrie gutierrez guzman haas hahn \
     haines hamm hammond haney hansen hanson harding harmon harper harrell harrington harris hartley hartman \
     hasina hastings hatcher hatfield hawkins hayden hayes haynes hays heath hebert hegseth heller henderson \
     hendricks hendrickson hendrix hensley henson hernandez herrera herron hess hester hewitt hickey hickman \
     hicks higgins hines hinton hobbs hodge hodges hoffman hogan holcomb holden hollande holley hollis holloway \
     holman holmes holt hooper hopper horne horton howe howell huang hubbard huber huerta huff huffman humala \
     humphrey hurley hurst hutchins huynh ibarra ingram ishiba jacobson jamison jaramillo jarvis jenkins jennings \
     jensen jimenez johnson johnston jokowi jones joyner juarez kagame kallas kane kaplan karzai kasich kast katz \
     kaufman kavanaugh kejriwal kelley kemp kendall kendrick kennedy kenney kenyatta kerr kerry kessler khamenei \
     khan kidd kinney kirby kirchner kirkland kirkpatrick kishida kline klobuchar knapp knowles koch kramer \
     krause krueger kuhn kushner lagarde lamb lambert landry larsen larson lavrov lawson leach leal leblanc lenin \
     lester levine livingston locke lockhart lopez lott lowe lowery lozano lucero lugo lukashenko lula lutz \
     macdonald macias mack mackey macri macron madden maddox maduro magana magee mahoney maldonado malone maloney \
     manafort mandela manley marin marquez marsh martinez massey mata mathews mathis matthews mattis mayer \
     mayfield maynard mayorkas mays mcallister mcbride mccabe mccain mccall mccann mccarthy mccarty mcclain \
     mcclellan mcclure mcconnell mccormick mccoy mccray mccullough mcdaniel mcdermott mcdowell mcfadden mcfarland \
     mcgee mcginnis mcgowan mcgrath mcguire mcintosh mcintyre mckay mckee mckenna mckenzie mckinney mcknight \
     mclaughlin mclean mcleod mcmahon mcmillan mcnamara mcneil mcpherson meadows medrano medvedev meeks meier \
     mejia melendez meloni melton mendez mendoza mercado merkel merritt meyer meyers meza middleton milei miller \
     mnangagwa mobley modi molina montes montoya mooney mora morales moran moreno morin morrison morrow morse \
     morsi morton moser moyer mubarak mueller mugabe mullen muller mullins munoz murillo murphy museveni musk \
     myers nava navalny netanyahu newell newman newsom nguyen nichols nicholson nieves nixon noboa nolan norton \
     novak nunez obama obrador obrien ochoa oconnell oconnor odell odinga odom odonnell olsen olson oneal oneil \
     oneill orozco ortega osborn osborne owens pacheco padilla palacios palmer parra parrish parsons pate patel \
     patterson patton payne pearce peck pelosi pennington perez peters petersen petro pham phan phelps phillips \
     pickett pierson pittman pitts poilievre pollard pompeo ponce poole poroshenko potter potts powell prabowo \
     proctor pruitt pryor puckett pugh puigdemont putin qaddafi quinones quintana quintero rajoy ramaphosa \
     ramirez ramos ramsey rangel rankin rasmussen ratliff reagan reed reeves reid reilly renzi reyes reyna \
     reynolds rhodes richards richardson richter riddle riggs ritchie ritter rivas rivera roach robbins roberson \
     roberts robinson robles rocha rodgers rodrigues rodriguez rodriquez rogers rojas rollins romano romero \
     romney rosales rosas rosenberg rossi roth rouhani rousseff rowe rubio rucker ruiz rumsfeld rutherford \
     rutledge ruto rutte saenz salas salazar saldana salgado salinas sampson sanchez sanders sandoval sanford \
     santana sargent sarkozy saunders sawyer scalia schaefer schmidt schmitt schneider scholz schroeder schultz \
     schumer serrano sexton shafer shaffer sharif sharpe shaw shea sheehan sheinbaum shepard sheppard sherman \
     shoemaker simmons simms simons sinclair singh skinner slater sloan smith snider snowden snyder sorensen sosa \
     sotomayor spears spence spencer spielberg springer stalin stanton starmer starr stein stephens stephenson \
     stevens stevenson stinson stoltenberg stout strickland suarez sunak sutton swanson swartz sweeney sykes \
     talley tang tanner tapia tate terrell thatcher thompson tillerson tillman tinubu torres townsend trejo \
     trevino trudeau trujillo trump truong turnbull tuttle underwood uribe valdez valentine valenzuela vang \
     vargas vasquez vaughan vaughn vazquez velasquez velazquez velez villalobos villanueva villarreal villegas \
     vogel wagner waller walsh walters walton walz ware warnock watkins watts weaver webb webber weiss welch \
     wheeler whitaker whitehead whitfield widodo wiggins wilcox wilkerson wilkins wilkinson williamson willis \
     wilson winfrey witt wolfe womack wong woodard woodruff woodward wooten workman worley wright wyatt wynn \
     xiong yang yates yellen yeltsin yoder zamora zavala zelaya zelenskiy zelensky zelenskyy zhang ziegler \
     zimmerman zuckerberg zuma zuniga",
);

/// Women among whom the news names so.
pub const WOMEN: Sorted = Sorted(
    "albright ardern bhutto hasina kallas klobuchar lagarde meloni merkel pelosi rousseff sheinbaum sotomayor \
     thatcher winfrey yellen",
);
