/** One skill: its code and every way it is written (Chinese and English), first the usual one. */
export interface Skill {
  code: string;
  names: readonly string[];
}

/**
 * The skill list: `code = name | name | …`. A name with `!` counts only inside a skills section (it is
 * an ordinary word or a single letter elsewhere).
 */
const list = `
java = Java
python = Python
javascript = JavaScript | JS! | ES6
typescript = TypeScript
c = C! | C语言
cpp = C++ | C/C++
csharp = C# | .NET | ASP.NET | dotnet
go = Golang | Go! | Go语言
rust = Rust
php = PHP
ruby = Ruby | Ruby on Rails
swift = Swift!
kotlin = Kotlin
scala = Scala
r = R! | R语言
matlab = MATLAB
perl = Perl
shell = Shell! | Bash | Shell脚本
html = HTML | HTML5
css = CSS | CSS3 | Sass | SCSS | Less!
react = React | React.js | ReactJS | React Native
vue = Vue | Vue.js | Vue2 | Vue3 | VueJS
angular = Angular | AngularJS
nodejs = Node.js | NodeJS | Node! | Express.js | NestJS
spring = Spring | Spring Boot | SpringBoot | Spring Cloud | SpringCloud | SpringMVC | Spring MVC
mybatis = MyBatis | MyBatis-Plus | Hibernate
django = Django
flask = Flask! | FastAPI
dubbo = Dubbo
netty = Netty
sql = SQL | SQL语言
mysql = MySQL | MariaDB
postgresql = PostgreSQL | Postgres
oracle = Oracle | PL/SQL
sqlserver = SQL Server | SQLServer | MSSQL
mongodb = MongoDB
redis = Redis
elasticsearch = Elasticsearch | ElasticSearch | ELK
kafka = Kafka
rabbitmq = RabbitMQ | RocketMQ
hadoop = Hadoop | HDFS | MapReduce
spark = Spark! | Apache Spark | PySpark | Spark SQL
flink = Flink
hive = Hive
airflow = Airflow
linux = Linux | Unix | CentOS | Ubuntu
docker = Docker
kubernetes = Kubernetes | K8s
jenkins = Jenkins | CI/CD | 持续集成
git = Git | GitHub | GitLab | SVN
nginx = Nginx
aws = AWS | Amazon Web Services
azure = Azure
gcp = GCP | Google Cloud
aliyun = 阿里云 | Aliyun | 腾讯云
terraform = Terraform | Ansible
microservices = 微服务 | microservices | microservice
distributed = 分布式系统 | 分布式 | distributed systems
multithreading = 多线程 | 并发编程 | multithreading
algorithms = 数据结构与算法 | 数据结构 | algorithms | data structures
restApi = REST API | RESTful | REST APIs
graphql = GraphQL | gRPC
android = Android | 安卓开发
ios = iOS开发 | iOS | Objective-C
miniProgram = 微信小程序 | 小程序开发 | 小程序 | uni-app | Taro!
flutter = Flutter | Dart!
unity = Unity! | Unity3D | Unreal
machineLearning = 机器学习 | machine learning | scikit-learn | sklearn | XGBoost
deepLearning = 深度学习 | deep learning | neural networks
tensorflow = TensorFlow | Keras
pytorch = PyTorch
nlp = 自然语言处理 | NLP | natural language processing
computerVision = 计算机视觉 | computer vision | OpenCV
llm = 大模型 | LLM | LangChain | 大语言模型 | prompt engineering
dataAnalysis = 数据分析 | data analysis | data analytics
dataMining = 数据挖掘 | data mining
statistics = 统计分析 | 统计学 | statistics! | statistical analysis
abTesting = A/B测试 | AB测试 | A/B testing | A/B tests
etl = ETL | 数据仓库 | 数仓 | data warehouse | data warehousing | dbt!
pandas = Pandas | NumPy
tableau = Tableau
powerbi = Power BI | PowerBI | FineBI | 帆软
spss = SPSS | SAS! | Stata | EViews
visualization = 数据可视化 | data visualization | ECharts
crawler = 爬虫 | web scraping | Scrapy
excel = Excel | 数据透视表 | VLOOKUP | VBA
word = Word! | Microsoft Word
powerpoint = PowerPoint | PPT
office = Office! | Microsoft Office | MS Office | Office办公软件 | 办公软件 | WPS
photoshop = Photoshop | PS! | Adobe Photoshop
illustrator = Illustrator | Adobe Illustrator | AI绘图
premiere = Premiere | Premiere Pro | PR剪辑 | 剪映 | 视频剪辑 | video editing | Final Cut
aftereffects = After Effects
indesign = InDesign | CorelDRAW
figma = Figma | Sketch!
axure = Axure | 墨刀 | 原型设计 | prototyping | wireframing
uiDesign = UI设计 | UI design | UI/UX | 交互设计 | UX design
cad = AutoCAD | CAD
solidworks = SolidWorks | Pro/E | CATIA
sketchup = SketchUp | 3ds Max | 3D Max | 3DMAX | Blender!
plc = PLC! | 单片机 | 嵌入式 | STM32 | embedded systems
verilog = Verilog | FPGA | VHDL
testing = 软件测试 | 自动化测试 | software testing | test automation | Selenium | JMeter | JUnit | Postman
security = 网络安全 | 信息安全 | cybersecurity | penetration testing
networking = 计算机网络 | TCP/IP | CCNA
productManagement = 产品管理 | 产品设计 | product management | 需求分析 | requirements analysis
projectManagement = 项目管理 | project management | PMP
agile = 敏捷开发 | 敏捷 | Scrum | agile! | Kanban
jira = Jira | Confluence | 禅道
operations = 用户运营 | 活动运营 | 内容运营 | 社群运营 | 新媒体运营 | 电商运营 | community management
seo = SEO | SEM | 搜索引擎优化
marketing = 市场营销策划 | 营销策划 | 市场推广 | 品牌推广 | digital marketing | content marketing
marketResearch = 市场调研 | 市场分析 | market research
copywriting = 文案撰写 | 文案策划 | 文案 | copywriting
socialMedia = 抖音运营 | 小红书运营 | 公众号运营 | social media marketing | social media
livestream = 直播带货 | 直播运营 | 短视频运营
googleAnalytics = Google Analytics | 神策 | 友盟
sales = 销售技巧 | 电话销售 | 大客户销售 | 渠道销售 | B2B sales | sales techniques | upselling | cold calling
negotiation = 商务谈判 | 谈判 | negotiation
customerService = 客户服务 | 客户接待 | 顾客服务 | customer service
customerRelations = 客户关系管理 | 客户维护 | 客户关系维护 | 客户开发 | CRM | Salesforce | client relations
teamManagement = 团队管理 | 团队建设 | 人员管理 | team management | team leadership | people management
training = 员工培训 | 培训带教 | 新人带教 | 带教 | staff training
storeOperations = 门店运营 | 店铺运营 | 门店管理 | store operations | store management | retail operations
cashier = 收银 | 收银系统 | cash handling | POS收银 | POS系统 | POS! | cash register
inventory = 库存管理 | 盘点 | 库存盘点 | 进销存 | inventory management | stocktaking | stock control
merchandising = 商品陈列 | 陈列 | 理货 | 补货 | visual merchandising | merchandising
countingNotes = 点钞 | 假币识别 | 现金清点 | 反假币 | 反假货币 | cash counting
tellerService = 柜面业务 | 柜台业务 | 银行柜面 | 柜面服务 | teller operations | bank operations
wealth = 理财规划 | 理财产品 | 财富管理 | 基金销售 | wealth management
riskControl = 风险控制 | 风控 | 风险管理 | 反洗钱 | risk management | anti-money laundering | AML
credit = 信贷 | 贷款业务 | 授信 | credit analysis | loan processing
accounting = 会计核算 | 财务核算 | 账务处理 | 会计 | bookkeeping | accounting | accounts payable
taxes = 纳税申报 | 税务申报 | 税务筹划 | 报税 | tax filing
financialAnalysis = 财务分析 | 财务建模 | financial analysis | financial modeling | financial modelling
auditing = 审计 | 内部审计 | auditing
kingdee = 金蝶 | 用友 | Kingdee | U8
sap = SAP | ERP | ERP系统
quickbooks = QuickBooks | Xero
recruiting = 招聘管理 | 人才招聘 | recruiting | talent acquisition
performance = 绩效管理 | 绩效考核 | 薪酬管理 | performance management
purchasing = 采购管理 | 供应商管理 | procurement | vendor management
supplyChain = 供应链管理 | 供应链 | supply chain | supply chain management
logistics = 物流管理 | 仓储管理 | 仓库管理 | logistics! | warehouse management
quality = 质量管理 | 质量控制 | 六西格玛 | quality assurance | quality control | six sigma | ISO9001
forklift = 叉车
driving = 驾驶证 | 驾照 | C1驾照 | C1驾驶证 | driving licence | driver's license
typing = 五笔 | 打字 | touch typing
publicSpeaking = 演讲 | 公众演讲 | public speaking | presentation skills | presentations!
communication = 沟通能力 | 沟通协调 | communication!
teamwork = 团队协作 | 团队合作 | teamwork!
firstAid = 急救 | first aid
teaching = 课程设计与教学 | 教学设计 | lesson planning
legal = 合同审核 | 法律检索 | contract review
translation = 笔译 | 口译 | 同声传译 | interpreting!
`;

/** All known skills, by code. */
export const skills: readonly Skill[] = list
  .trim()
  .split('\n')
  .map((line) => {
    const [code = '', names = ''] = line.split(' = ');
    return { code, names: names.split(' | ') };
  });
